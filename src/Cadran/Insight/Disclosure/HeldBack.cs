using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>
/// The answers of an open wave that are not shown yet: the tenth with the lowest random places, and at least five. Who is among them is
/// decided by chance when a response comes, and a response once shown is never taken back: what is shown only grows. Because some are
/// always left, what is shown when the wave has closed differs from what was shown before by enough people.
/// </summary>
internal static class HeldBack
{
    private const uint Tenth = uint.MaxValue / 10;

    /// <summary>The shown and the held responses of a table.</summary>
    public static (ResponseTable Shown, ResponseTable Held) Split(ResponseTable table)
    {
        var limit = Limit(table.Places);
        var (shown, held) = (new List<int>(table.Rows), new List<int>());
        for (var row = 0; row < table.Rows; row++) (table.Places[row] <= limit ? held : shown).Add(row);
        return (table.Only([.. shown]), table.Only([.. held]));
    }

    /// <summary>The highest place that is held back.</summary>
    public static uint Limit(ReadOnlySpan<uint> places)
    {
        var lowest = new PriorityQueue<uint, uint>();
        foreach (var place in places)
        {
            if (lowest.Count == DisclosurePolicy.MinimumPeople && place >= lowest.Peek()) continue;
            lowest.Enqueue(place, uint.MaxValue - place);
            if (lowest.Count > DisclosurePolicy.MinimumPeople) lowest.Dequeue();
        }
        return lowest.Count < DisclosurePolicy.MinimumPeople ? uint.MaxValue : Math.Max(lowest.Peek(), Tenth);
    }
}
