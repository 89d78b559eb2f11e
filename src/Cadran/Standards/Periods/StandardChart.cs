using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>Months or quarters of a standard on a control chart: is it stable, and which periods stand out?</summary>
public sealed class StandardChart
{
    /// <summary>From so many cases a period on, the limits of the p chart are narrower than months really differ.</summary>
    public const long ManyCases = 1000;

    /// <summary>Fewer periods than this say nothing about how much they usually differ.</summary>
    public const int FewestPeriods = 8;

    private StandardChart(ChartKind kind, ControlChart chart, IReadOnlyList<ChartedPeriod> points) =>
        (Kind, Chart, Points) = (kind, chart, points);

    public ChartKind Kind { get; }
    public ControlChart Chart { get; }

    /// <summary>Every period from the first to the last, those without a result included.</summary>
    public IReadOnlyList<ChartedPeriod> Points { get; }
    public bool IsStable => Points.All(p => p.Point.Signals == ChartSignals.None);

    /// <summary>The kind that fits: p′ where some period has many cases.</summary>
    public static ChartKind Usual(IEnumerable<PeriodResult> results) =>
        results.Any(r => r.Figures.Total >= ManyCases) ? ChartKind.Laney : ChartKind.P;

    /// <param name="results">All of one length.</param>
    /// <param name="baseline">Number of first periods that set centre and limits; null for all.</param>
    /// <returns>Null for fewer than <see cref="FewestPeriods"/> periods with cases.</returns>
    public static StandardChart? Of(IReadOnlyCollection<PeriodResult> results, ChartKind? kind = null, int? baseline = null)
    {
        if (results.Count(r => r.Figures.Total > 0) < FewestPeriods) return null;
        Dictionary<DateOnly, PeriodResult> found = results.ToDictionary(r => r.From);
        DateOnly last = found.Keys.Max();
        var all = new List<(ReportingPeriod Period, PeriodResult? Result)>();
        for (ReportingPeriod at = results.MinBy(r => r.From)!.Period; at.From <= last; at = at.Next)
            all.Add((at, found.GetValueOrDefault(at.From)));
        long[] met = [.. all.Select(p => p.Result?.Figures.Meeting ?? 0)], cases = [.. all.Select(p => p.Result?.Figures.Total ?? 0)];
        ChartKind chosen = kind ?? Usual(results);
        ControlChart chart = chosen switch
        {
            ChartKind.P => ProportionChart.P(met, cases, baseline: baseline),
            ChartKind.Laney => ProportionChart.Laney(met, cases, baseline: baseline),
            _ => IndividualsChart.Of([.. met.Zip(cases, (m, n) => n == 0 ? double.NaN : (double)m / n)], baseline: baseline).Individuals,
        };
        return new(chosen, chart, [.. all.Zip(chart.Points, (p, point) => new ChartedPeriod(p.Period, p.Result, point))]);
    }
}
