namespace Cadran.Statistics.Control;

/// <summary>What is wrong with the figures of a service standard. A finding never stops the calculation.</summary>
public enum StandardFinding
{
    /// <summary>More cases met the standard than there were cases: an error in the source.</summary>
    MeetingExceedsTotal,

    /// <summary>A volume below zero: no performance can be stated.</summary>
    NegativeVolume,

    /// <summary>A target below 0 or above 1. Targets are proportions, not percentages.</summary>
    TargetOutOfRange,

    /// <summary>No case in the period, or no volume given.</summary>
    NoVolume,
}
