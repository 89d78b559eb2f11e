namespace Cadran.Standards;

/// <summary>A published standard as everybody reads it.</summary>
public sealed record PublicStandard(ServiceStandard Standard)
{
    /// <summary>Counts below this could tell of somebody, and are not told.</summary>
    public const long FewestCases = 5;

    private const int Shown = 12;

    /// <summary>The last months, or quarters where there are no months, latest first.</summary>
    public IReadOnlyList<PeriodResult> Periods { get; } =
    [
        .. Standard.Periods.Where(p => p.Months == (Standard.Periods.Exists(m => m.Months == ReportingPeriod.Month)
                ? ReportingPeriod.Month : ReportingPeriod.Quarter))
            .OrderByDescending(p => p.From).Take(Shown),
    ];

    /// <summary>The last year that was reported; null without one.</summary>
    public StandardResult? Year { get; } = Standard.Results.MaxBy(r => r.FiscalYear, StringComparer.Ordinal);

    /// <summary>What is done about misses, latest first.</summary>
    public IReadOnlyList<StandardNote> Remedies { get; } =
        [.. Standard.Notes.Where(n => n.Kind == StandardNoteKind.Remedy).OrderByDescending(n => n.On).Take(5)];

    /// <summary>
    /// Points by which the later half of the shown periods is above the earlier one; null for fewer than six with cases.
    /// </summary>
    public Points? Trend
    {
        get
        {
            PeriodResult[] counted = [.. Periods.Where(p => p.Figures.Total >= FewestCases)];
            if (counted.Length < 6) return null;
            return new(Share(counted.Take(counted.Length / 2)) - Share(counted.Skip(counted.Length / 2)));
        }
    }

    private static double Share(IEnumerable<PeriodResult> periods)
    {
        (long met, long all) = periods.Aggregate((0L, 0L), (sum, p) => (sum.Item1 + p.Figures.Meeting, sum.Item2 + p.Figures.Total));
        return 100.0 * met / all;
    }
}
