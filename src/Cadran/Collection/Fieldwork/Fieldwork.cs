using System.Globalization;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>How many answers came when and in which language, in cells large enough that none points at a person.</summary>
public sealed record Fieldwork(IReadOnlyList<(DateOnly From, DateOnly To, int Responses)> Days, IReadOnlyList<(string Language, int Responses)> Languages)
{
    public const int MinimumCell = 5;

    public static Fieldwork None { get; } = new([], []);

    public static Fieldwork Of(ResponseTable table) => new(Join([.. Count(table.Day).Select(d => (DateOnly.ParseExact(d.Label, "yyyy-MM-dd", CultureInfo.InvariantCulture), d.N))]), Whole([.. Count(table.Language)]));

    // Neighbouring days are joined until each line has enough; what is left at the end goes to the last line. Nothing can be worked out by subtraction.
    private static List<(DateOnly, DateOnly, int)> Join(List<(DateOnly Day, int N)> days)
    {
        var lines = new List<(DateOnly From, DateOnly To, int N)>();
        (DateOnly From, DateOnly To, int N)? open = null;
        foreach (var (day, n) in days)
        {
            open = open is { } before ? (before.From, day, before.N + n) : (day, day, n);
            if (open.Value.N < MinimumCell) continue;
            lines.Add(open.Value);
            open = null;
        }
        if (open is { } rest && lines.Count > 0) lines[^1] = (lines[^1].From, rest.To, lines[^1].N + rest.N);
        return lines;
    }

    private static List<(string, int)> Whole(List<(string, int N)> cells) => cells.All(c => c.N >= MinimumCell) ? cells : [];

    private static IEnumerable<(string Label, int N)> Count(Factor factor)
    {
        var counts = new int[factor.Levels + 1];
        foreach (int code in factor.Codes) counts[code + 1]++;
        if (counts[0] > 0) yield return ("", counts[0]);
        for (int level = 0; level < factor.Levels; level++)
            if (counts[level + 1] > 0) yield return (factor.Labels[level], counts[level + 1]);
    }
}
