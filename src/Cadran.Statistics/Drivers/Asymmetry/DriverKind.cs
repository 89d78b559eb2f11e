namespace Cadran.Statistics.Drivers;

/// <summary>How a driver acts on the overall rating when it is bad and when it is good (Mikulić and Prebežac 2008).</summary>
public enum DriverKind
{
    /// <summary>Impact asymmetry above 0.7: lifts when good, hardly harms when bad.</summary>
    Delighter,

    /// <summary>Above 0.2, up to 0.7.</summary>
    Satisfier,

    /// <summary>From -0.2 to 0.2: acts both ways.</summary>
    Hybrid,

    /// <summary>From -0.7 up to -0.2.</summary>
    Dissatisfier,

    /// <summary>Below -0.7: harms when bad, hardly lifts when good.</summary>
    Frustrator,
}
