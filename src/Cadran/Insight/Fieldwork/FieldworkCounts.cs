using System.Globalization;
using Cadran.Collection;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>How many answers came when and in which language, in cells large enough that none points at a person.</summary>
/// <param name="Responses">Answers that are counted here.</param>
/// <param name="Days">Neighbouring days joined until each line has enough people.</param>
public sealed record FieldworkCounts(int Responses, IReadOnlyList<DayCount> Days, IReadOnlyList<PeopleCount> Languages)
{
    public static FieldworkCounts None { get; } = new(0, [], []);

    internal static FieldworkCounts Of(ResponseTable table) =>
        new(table.Rows, Join(Counts(table.Day)), WaveGroupings.People(table, Splits.Language));

    internal static DateOnly Day(string label) => DateOnly.ParseExact(label, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // What is left at the end goes to the last line: nothing can be worked out by subtraction.
    private static List<DayCount> Join(IEnumerable<(string Label, int N)> days)
    {
        var lines = new List<DayCount>();
        DayCount? open = null;
        foreach (var (label, n) in days)
        {
            open = open is null ? new(Day(label), Day(label), n) : open with { To = Day(label), Responses = open.Responses + n };
            if (DisclosurePolicy.Published.Alone(open.Responses) is not null) continue;
            lines.Add(open);
            open = null;
        }
        if (open is not null && lines.Count > 0) lines[^1] =
            lines[^1] with { To = open.To, Responses = lines[^1].Responses + open.Responses };
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
