namespace Cadran.Insight;

/// <summary>The items of one wave of a file that holds several.</summary>
public sealed record WaveItems(string Value, IReadOnlyList<ItemResult> Items);
