namespace Cadran.Statistics.Disclosure;

/// <summary>
/// Results of the same people published by several groupings, each beside the total: which groups would, together with the groups
/// of earlier groupings, isolate a few people?
/// </summary>
/// <remarks>The order of the groupings decides who gives way, so that the answer does not depend on which page was looked at
/// first. People alike in every grouping are one class, and a class stands for no more than the minimum: a set with a large class
/// in it is large whatever its exact size. The check therefore takes one pass over the people and no more time for a million than
/// for a thousand. See <see cref="PublicationLog"/>.</remarks>
public static class CrossGroupings
{
    /// <summary>Which groups must stay hidden so that no few people are isolated?</summary>
    /// <param name="groupings">Groupings of the same people in order of precedence; −1 is no group.</param>
    /// <param name="shown">Per grouping and level, whether the group would be shown on its own account.</param>
    /// <param name="minimum">Fewest people a reader may isolate, at least 1.</param>
    /// <returns>Per grouping and level why a group that would be shown must not be; None for all others.</returns>
    /// <exception cref="ArgumentException">Unequal numbers of people, groupings or levels.</exception>
    public static IReadOnlyList<IReadOnlyList<DifferencingRisk>> Check(
        IReadOnlyList<Factor> groupings, IReadOnlyList<IReadOnlyList<bool>> shown, int minimum = 5)
    {
        ArgumentNullException.ThrowIfNull(groupings);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        if (shown.Count != groupings.Count)
            throw new ArgumentException($"{shown.Count} lists for {groupings.Count} groupings.", nameof(shown));
        for (var g = 0; g < groupings.Count; g++)
        {
            if (groupings[g].Rows != groupings[0].Rows)
                throw new ArgumentException($"Groupings of {groupings[0].Rows} and {groupings[g].Rows} people.", nameof(groupings));
            if (shown[g].Count != groupings[g].Levels)
                throw new ArgumentException($"{shown[g].Count} flags for {groupings[g].Levels} groups.", nameof(shown));
        }
        var classes =
            DistinctRows.OfCodes([.. groupings.Select(g => (Array.ConvertAll(g.Array, code => code + 1), g.Levels + 1))],
            groupings.Count == 0 ? 0 : groupings[0].Rows);
        int[] representative =
            [.. classes.First.Zip(classes.Count()).SelectMany(c => Enumerable.Repeat(c.First, Math.Min(c.Second, minimum)))];
        var log = new PublicationLog(representative.Length, minimum);
        log.TryPublish([.. representative.Select(_ => true)]);
        return
        [
            .. groupings.Select((grouping, g) => (IReadOnlyList<DifferencingRisk>)
            [
                .. Enumerable.Range(0, grouping.Levels).Select(level => shown[g][level]
                    ? log.TryPublish([.. representative.Select(person => grouping.Codes[person] == level)])
                    : DifferencingRisk.None),
            ]),
        ];
    }
}
