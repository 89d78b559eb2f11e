namespace Cadran.Collection;

/// <summary>How many answers of a wave came one way.</summary>
/// <param name="Channel">Its code; null for several that few people chose, counted together.</param>
/// <param name="Answers">Null when even together they are too few to be told.</param>
public sealed record ChannelCount(string? Channel, long? Answers)
{
    /// <summary>
    /// The counts that may be told, the largest first. Those of fewer than <see cref="Wave.FewestSetAside"/> people are counted together,
    /// with the next larger one where that is not enough.
    /// </summary>
    /// <param name="counts">One of each channel; those with no answers are left out.</param>
    public static IReadOnlyList<ChannelCount> Told(IEnumerable<(string Channel, long Answers)> counts)
    {
        const int fewest = Wave.FewestSetAside;
        List<(string Channel, long Answers)> told =
            [.. counts.Where(c => c.Answers > 0).OrderByDescending(c => c.Answers).ThenBy(c => c.Channel, StringComparer.Ordinal)];
        long together = 0;
        int small = 0;
        while (told.Count > 1 && (told[^1].Answers < fewest || (small > 0 && together < fewest)))
        {
            together += told[^1].Answers;
            small++;
            told.RemoveAt(told.Count - 1);
        }
        var kept = told.Select(c => new ChannelCount(c.Channel, c.Answers < fewest ? null : c.Answers));
        return [.. kept, .. small == 0 ? (ChannelCount[])[] : [new ChannelCount(null, together < fewest ? null : together)]];
    }
}
