namespace Cadran.Statistics.Control;

/// <summary>Was the target of a service standard met?</summary>
public enum TargetMet
{
    /// <summary>No performance (volume unknown or zero), no target, or a target of zero.</summary>
    NotApplicable,

    /// <summary>Performance is at least the target.</summary>
    Yes,

    /// <summary>Performance is below the target.</summary>
    No,
}
