namespace Cadran.Insight;

/// <summary>What counting alone says: every item of everybody, of groups and of waves. Needs no driver analysis.</summary>
public sealed record ScoreResult
{
    /// <summary>Rows, whatever they answered.</summary>
    public required int N { get; init; }
    public required DesignFacts Design { get; init; }

    /// <summary>The overall rating if there is one, then the drivers, then the others.</summary>
    public required IReadOnlyList<ItemResult> Items { get; init; }
    public IReadOnlyList<GroupResult> Groups { get; init; } = [];
    public IReadOnlyList<WaveItems> Waves { get; init; } = [];
    public IReadOnlyList<ChangeResult> Changes { get; init; } = [];

    public ItemResult? Find(string code) => Items.FirstOrDefault(i => i.Code == code);
}
