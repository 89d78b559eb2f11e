namespace Cadran.Insight;

/// <summary>
/// What an analysis found, as pages, reports and files show it. Withheld numbers are null (or a <see cref="PublishedNumber"/> with its
/// reason); nothing behind them is kept here, so no view can leak them.
/// </summary>
public sealed record AnalysisResult
{
    public required int N { get; init; }
    public required DesignFacts Design { get; init; }
    public required IReadOnlyList<ItemResult> Items { get; init; }
    public IReadOnlyList<GroupResult> Groups { get; init; } = [];
    public IReadOnlyList<WaveItems> Waves { get; init; } = [];
    public IReadOnlyList<ChangeResult> Changes { get; init; } = [];
    public required DriverResult Drivers { get; init; }
    public required ThresholdResult Thresholds { get; init; }
    public IReadOnlyList<PriorityResult> Priorities { get; init; } = [];
    public PriorityLines? Lines { get; init; }

    /// <inheritdoc cref="DriverFindings.Choices"/>
    public IReadOnlyList<PriorityChoice> Choices { get; init; } = [];

    public ItemResult? Find(string code) => Items.FirstOrDefault(i => i.Code == code);

    internal static AnalysisResult Of(ScoreResult scores, DriverFindings drivers) => new()
    {
        N = scores.N,
        Design = scores.Design,
        Items = scores.Items,
        Groups = scores.Groups,
        Waves = scores.Waves,
        Changes = scores.Changes,
        Drivers = drivers.Drivers,
        Thresholds = drivers.Thresholds,
        Priorities = drivers.Priorities,
        Lines = drivers.Lines,
        Choices = drivers.Choices,
    };
}
