namespace Cadran.Standards;

/// <summary>Why nobody can say whether a standard was met: of several reasons the first. The first three are errors.</summary>
public enum NotAssessable
{
    /// <summary>More cases kept the standard than there were.</summary>
    MoreMetThanCases,

    /// <summary>A count below zero.</summary>
    NegativeCount,

    /// <summary>A target below 0 or above 1.</summary>
    TargetOutOfRange,
    NoTarget,

    /// <summary>A target of zero promises nothing.</summary>
    TargetOfZero,
    NoCases,

    /// <summary>The cases, or those that kept the standard, were not counted.</summary>
    NotCounted,
}
