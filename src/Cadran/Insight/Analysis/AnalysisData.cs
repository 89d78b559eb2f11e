using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Everything an analysis reads: rated columns, how the sample was drawn, and what to report by.</summary>
public sealed record AnalysisData
{
    /// <summary>Where the data came from, as results name it.</summary>
    public string File { get; init; } = "";

    /// <summary>Null when nobody was asked for an overall rating; there is no driver analysis then.</summary>
    public required AnalysisItem? Overall { get; init; }

    /// <summary>Drivers, in the order of the results, each on a scale of its own.</summary>
    public required IReadOnlyList<AnalysisItem> Drivers { get; init; }

    /// <summary>Items to report that are no drivers, such as the items a driver is the mean of.</summary>
    public IReadOnlyList<AnalysisItem> Others { get; init; } = [];
    public required Design Design { get; init; }
    public IReadOnlyList<Grouping> By { get; init; } = [];

    /// <summary>Waves in the order of their levels; their differences are tested from each to the next.</summary>
    public Factor? Wave { get; init; }

    public int Rows => Design.Rows;

    /// <summary>There are drivers, and people rated all of them on the same points.</summary>
    internal bool OneDriverScale => Drivers.Count > 0 && Drivers.All(d => (d.Lowest, d.Span) == (Drivers[0].Lowest, Drivers[0].Span));
    internal AnalysisItem[] Items => [.. Overall is null ? Array.Empty<AnalysisItem>() : [Overall], .. Drivers, .. Others];
}
