using System.Globalization;
using Cadran.Collection;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>How many answers came when and in which language, in cells large enough that none points at a person.</summary>
/// <param name="Days">Neighbouring days joined until each line has enough people.</param>
/// <param name="Languages">The empty label is unknown.</param>
public sealed record FieldworkCounts(IReadOnlyList<(DateOnly From, DateOnly To, int Responses)> Days, IReadOnlyList<PeopleCount> Languages)
{
    public static FieldworkCounts None { get; } = new([], []);

    internal static FieldworkCounts Of(ResponseTable table) => new(Join(Counts(table.Day)), [.. WaveGroupings.People(table, WaveGroupings.Language)]);

    internal static DateOnly Day(string label) => DateOnly.ParseExact(label, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Neighbouring days are joined until each line has enough; what is left at the end goes to the last line. Nothing can be worked out by
    // subtraction.
    private static List<(DateOnly, DateOnly, int)> Join(IEnumerable<(string Label, int N)> days)
    {
        var lines = new List<(DateOnly From, DateOnly To, int N)>();
        (DateOnly From, DateOnly To, int N)? open = null;
        foreach (var (label, n) in days)
        {
            var day = Day(label);
            open = open is { } before ? (before.From, day, before.N + n) : (day, day, n);
            if (DisclosurePolicy.Published.Alone(open.Value.N) is not null) continue;
            lines.Add(open.Value);
            open = null;
        }
        if (open is { } rest && lines.Count > 0) lines[^1] = (lines[^1].From, rest.To, lines[^1].N + rest.N);
        return lines;
    }

    private static IEnumerable<(string Label, int N)> Counts(Factor factor)
    {
        var counts = new int[factor.Levels];
        foreach (var code in factor.Codes)
            if (code >= 0) counts[code]++;
        return factor.Labels.Zip(counts).Where(c => c.Second > 0);
    }
}
