namespace Cadran.Improvement;

/// <summary>"10 %" means three things; a target says which: of the baseline, of the scale, or of what the baseline lacks to 100.</summary>
public enum TargetKind { Relative, Points, GapClosure }
