namespace Cadran.Insight;

/// <summary>
/// What may be renewed of what was shown before. A figure that a few people have joined or left would tell what they said, by comparison
/// with what stood there before: it stays as it was until they are enough. While a wave is open enough must also be left, for the figure of
/// the closed wave to be compared with.
/// </summary>
internal static class Growth
{
    /// <summary>Would the difference between what was shown and what is to be shown be that of a few people?</summary>
    public static bool IsSmall(int? before, int? now) =>
        before is { } then && now is { } people && DisclosurePolicy.Published.Isolates(Math.Max(then, people), Math.Min(then, people));

    /// <summary>Items as they may be shown: renewed, as before, or withheld.</summary>
    /// <param name="now">What would be shown for the first time.</param>
    /// <param name="before">What was shown last, in the same order; null when nothing was.</param>
    /// <param name="held">People behind each item among those held back; null when nobody is.</param>
    /// <param name="together">Places of items that are means of one another and are renewed together.</param>
    public static IReadOnlyList<ItemResult> Items(
        IReadOnlyList<ItemResult> now, IReadOnlyList<ItemResult>? before, IReadOnlyList<CellBase>? held, IReadOnlyList<int[]> together)
    {
        if (before?.Count != now.Count) before = null;
        bool[] stays = [.. now.Select((item, k) => item.N is not null && (IsSmall(before?[k].N, item.N) || IsShort(held?[k])))];
        foreach (var items in together)
            if (items.Any(k => stays[k]))
                foreach (var k in items) stays[k] = true;
        return [.. now.Select((item, k) => !stays[k] ? item : before?[k] is { N: not null } shown ? shown
            : ItemResult.Withheld(item.Code, DisclosurePolicy.Beside))];
    }

    private static bool IsShort(CellBase? held) => held is { } cell && (cell.People < DisclosurePolicy.MinimumPeople || cell.Alike);
}
