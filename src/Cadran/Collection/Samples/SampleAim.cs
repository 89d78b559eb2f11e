namespace Cadran.Collection;

/// <summary>What the size of a sample is reckoned from.</summary>
public enum SampleAim { Number, Margin, Change }
