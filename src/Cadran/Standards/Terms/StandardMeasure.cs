namespace Cadran.Standards;

/// <summary>What a standard counts of its cases.</summary>
public enum StandardMeasure
{
    /// <summary>Those that were done within a limit of time.</summary>
    Time,

    /// <summary>Those that were done as they should be: without an error, reached at the first try.</summary>
    Quality,
}
