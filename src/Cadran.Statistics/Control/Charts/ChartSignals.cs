namespace Cadran.Statistics.Control;

/// <summary>Why a point of a control chart asks for attention.</summary>
[Flags]
public enum ChartSignals
{
    /// <summary>Nothing to see, or a gap.</summary>
    None = 0,

    /// <summary>Beyond the control limits.</summary>
    BeyondLimits = 1,

    /// <summary>At least two of the last three points beyond two sigma on the same side.</summary>
    TwoOfThree = 2,

    /// <summary>At least four of the last five points beyond one sigma on the same side.</summary>
    FourOfFive = 4,

    /// <summary>A run of points on the same side of the centre.</summary>
    Run = 8,
}
