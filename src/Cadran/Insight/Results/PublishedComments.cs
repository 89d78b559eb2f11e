using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>Which comments are shown: the keys of <see cref="WaveComments"/>, one for each, so that no text is kept twice.</summary>
internal sealed record PublishedComments(IReadOnlyList<string> Keys)
{
    /// <param name="heldUpTo">Responses up to this place are held back; null when none is.</param>
    /// <param name="aside">Days whose online answers do not count.</param>
    public static PublishedComments Of(ResponseStore responses, ResponseTable table, uint? heldUpTo,
        IReadOnlyList<SetAsidePeriod> aside, CancellationToken ct) =>
        new([.. WaveComments.Read(responses, table, heldUpTo, aside, ct).Select(c => WaveComments.Key(table.WaveId, c))
            .Order(StringComparer.Ordinal)]);
}
