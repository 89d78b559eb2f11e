namespace Cadran.Improvement;

/// <summary>
/// Where a measured score stands against the path of a target. "Undetermined" is an answer: the margin does not decide it.
/// </summary>
public enum TargetStatus { OnTrack, OffTrack, Undetermined, NotMeasured }
