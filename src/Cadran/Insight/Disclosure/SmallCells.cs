using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// Which cells of a one-way table with a published total must stay hidden. A cell of fewer people than the minimum is hidden;
/// as long as the hidden cells taken together are fewer than the minimum, or are one cell, the total minus the shown ones
/// would give them away, so the next smallest cell is hidden too.
/// </summary>
public static class SmallCells
{
    /// <param name="people">Unweighted people per cell. Empty cells hide nothing and are never hidden.</param>
    /// <param name="alreadyHidden">Cells hidden for another reason, or null.</param>
    /// <returns>Per cell the reason, or null when it may be shown.</returns>
    public static Suppression?[] Hide(ReadOnlySpan<int> people, int minimum, ReadOnlySpan<Suppression?> alreadyHidden = default)
    {
        var hidden = new Suppression?[people.Length];
        int cells = 0, total = 0;
        bool primary = false;
        for (int c = 0; c < people.Length; c++)
        {
            hidden[c] = Primary(people[c], minimum) ?? (alreadyHidden.IsEmpty ? null : alreadyHidden[c]);
            if (hidden[c] is null || people[c] == 0) continue;
            primary |= people[c] < minimum;
            cells++;
            total += people[c];
        }
        while (primary && (cells < 2 || total < minimum))
        {
            int next = -1;
            for (int c = 0; c < people.Length; c++)
                if (hidden[c] is null && people[c] > 0 && (next < 0 || people[c] < people[next])) next = c;
            if (next < 0) break;
            hidden[next] = new(SuppressionReason.Complementary);
            cells++;
            total += people[next];
        }
        return hidden;
    }

    /// <summary>The reason a single figure about so few people is withheld, or null. Nobody at all is no secret.</summary>
    public static Suppression? Primary(int people, int minimum) =>
        people > 0 && people < minimum ? new(SuppressionReason.TooFewRespondents, $"fewer than {minimum} respondents") : null;
}
