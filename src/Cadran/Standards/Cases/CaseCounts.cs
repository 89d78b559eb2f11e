using System.Globalization;

namespace Cadran.Standards;

/// <summary>Counts of cases, as they are kept: one text, a line for those that are alike.</summary>
public static class CaseCounts
{
    public static string Write(IReadOnlyList<CaseCount> counts) => string.Join('\n', counts.Select(c => string.Create(
        CultureInfo.InvariantCulture,
        $"{Month(c.Like.Opened)} {(c.Like.Decided is { } decided ? Month(decided) : 0)} {(int)c.Like.State} {c.Like.Steps} {c.Cases}")));

    public static IReadOnlyList<CaseCount> Read(string written)
    {
        var counts = new List<CaseCount>();
        foreach (string line in written.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int[] parts = [.. line.Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            counts.Add(new(new(Day(parts[0]), parts[1] == 0 ? null : Day(parts[1]), (CaseState)parts[2], parts[3]), parts[4]));
        }
        return counts;
    }

    /// <summary>What was reached in each month or quarter: cases that were decided in it, and how many of these in time.</summary>
    public static IReadOnlyList<(ReportingPeriod Period, PeriodFigures Figures)> ByPeriod(IEnumerable<CaseCount> counts, int months) =>
    [
        .. counts.Where(c => c.Like.Decided is not null).GroupBy(c => ReportingPeriod.Of(c.Like.Decided!.Value, months))
            .OrderBy(g => g.Key.From)
            .Select(g => (g.Key, new PeriodFigures(Sum(g, CaseState.InTime), g.Sum(c => (long)c.Cases))
            {
                OpenLate = Sum(g, CaseState.OpenLate),
            })),
    ];

    /// <summary>Open cases whose limit is not over.</summary>
    public static long Running(IEnumerable<CaseCount> counts) => Sum(counts, CaseState.Running);

    private static long Sum(IEnumerable<CaseCount> counts, CaseState state) =>
        counts.Where(c => c.Like.State == state).Sum(c => (long)c.Cases);

    private static int Month(DateOnly first) => 100 * first.Year + first.Month;

    private static DateOnly Day(int month) => new(month / 100, month % 100, 1);
}
