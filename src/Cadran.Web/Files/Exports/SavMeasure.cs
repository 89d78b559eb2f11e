namespace Cadran.Web.Files;

/// <summary>What statistics programs take a variable for.</summary>
public enum SavMeasure { Nominal = 1, Ordinal = 2, Scale = 3 }
