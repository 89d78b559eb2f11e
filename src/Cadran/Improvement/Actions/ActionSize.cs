namespace Cadran.Improvement;

/// <summary>How much there is of something that nobody can weigh more finely: effort or risk.</summary>
public enum ActionSize { Small, Medium, Large }
