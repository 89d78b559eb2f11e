using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Everything an analysis reads, person by person: rated columns, how the sample was drawn, and what to report by.</summary>
internal sealed record AnalysisData
{
    /// <summary>Null when nobody was asked for an overall rating; there is no driver analysis then.</summary>
    public required AnalysisItem? Overall { get; init; }

    /// <summary>Drivers, in the order of the results, each on a scale of its own.</summary>
    public required IReadOnlyList<AnalysisItem> Drivers { get; init; }

    /// <summary>Items to report that are no drivers, such as the items a driver is the mean of.</summary>
    public IReadOnlyList<AnalysisItem> Others { get; init; } = [];

    /// <summary>
    /// Per driver, the places in <see cref="Others"/> of the items it is the mean of; empty for one that is an item itself.
    /// </summary>
    public IReadOnlyList<int[]> Parts { get; init; } = [];
    public required Design Design { get; init; }

    /// <summary>What to report by.</summary>
    public IReadOnlyList<Grouping> By { get; init; } = [];

    /// <summary>Groupings of the same people that come before those of <see cref="By"/> and are published too, elsewhere.</summary>
    public IReadOnlyList<Grouping> Before { get; init; } = [];

    /// <summary>
    /// The groups of <see cref="By"/> as they were shown last, where they were: a group that only a few people have
    /// joined is not renewed.
    /// </summary>
    public IReadOnlyList<GroupResult> Shown { get; init; } = [];

    /// <summary>What is published of everybody beside the groups; null when it is what these data give.</summary>
    public ScoreResult? Published { get; init; }

    /// <summary>Waves in the order of their levels; their differences are tested from each to the next.</summary>
    public Factor? Wave { get; init; }

    /// <summary>
    /// The sample as waves are compared in it, where that is another than <see cref="Design"/>: each a sample of its own.
    /// </summary>
    public Design? WaveDesign { get; init; }

    public int Rows => Design.Rows;

    /// <summary>There are drivers, and people rated all of them on the same points.</summary>
    public bool OneDriverScale => Drivers.Count > 0 && Drivers.All(d => (d.Lowest, d.Span) == (Drivers[0].Lowest, Drivers[0].Span));

    /// <summary>What is reported by group.</summary>
    public AnalysisItem[] Rated => [.. Overall is null ? Array.Empty<AnalysisItem>() : [Overall], .. Drivers];
    public AnalysisItem[] Items => [.. Rated, .. Others];
}
