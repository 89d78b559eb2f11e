namespace Cadran.Statistics.Drivers;

/// <summary>Where the lines of the priority matrix are drawn, on both axes.</summary>
public enum PriorityCut
{
    /// <summary>The mean over drivers.</summary>
    MeanOfItems,

    /// <summary>The median over drivers.</summary>
    Median,

    /// <summary>
    /// The values of <see cref="DriverAnalysisOptions.FixedImportance"/> and <see cref="DriverAnalysisOptions.FixedScore"/>.
    /// </summary>
    Fixed,
}
