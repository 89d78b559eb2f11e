namespace Cadran.Collection;

/// <summary>How people are drawn.</summary>
public enum SampleMethod { Census, Simple, Proportional, Neyman, TwoStage }
