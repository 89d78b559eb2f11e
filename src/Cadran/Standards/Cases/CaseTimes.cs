using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>
/// Time to a decision over the cases that began in a year, by Kaplan–Meier: open cases count for as long as they have been open.
/// Durations in the unit of the standard; null where too few have been decided to tell.
/// </summary>
/// <param name="From">First month of those cases.</param>
public sealed record CaseTimes(DateOnly From, int Cases, int Closed, double? Median, double? MedianLow, double? MedianHigh,
    double Promised, double? ByPromised, double? ByPromisedLow, double? ByPromisedHigh,
    double? Within, double? WithinLow, double? WithinHigh, double? WithinOfClosed)
{
    /// <summary>So many durations fit in memory beside everything else.</summary>
    private const int MostExpanded = 5_000_000;

    internal static CaseTimes? Of(IEnumerable<CaseCount> counts, CaseClock clock, StandardTarget? promised, DateOnly asOf)
    {
        DateOnly from = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(-11);
        List<CaseCount> recent = [.. counts.Where(c => c.Like.Opened >= from)];
        int cases = recent.Sum(c => c.Cases);
        if (cases is 0 or > MostExpanded) return null;
        var steps = new double[cases];
        var closed = new bool[cases];
        int at = 0;
        foreach (CaseCount count in recent)
        {
            Array.Fill(steps, count.Like.Steps, at, count.Cases);
            Array.Fill(closed, count.Like.State is CaseState.InTime or CaseState.Late, at, count.Cases);
            at += count.Cases;
        }
        KaplanMeier curve = KaplanMeier.Of(steps, closed);
        double share = promised is { Share: > 0 and < 1 } target ? (double)target.Share : 0.9;
        ClosedShare? within = curve.ShareWithin(clock.LimitSteps);
        var (medianLow, medianHigh) = curve.QuantileLimits(0.5);
        var (low, high) = curve.QuantileLimits(share);
        long done = recent.Where(c => c.Like.State is CaseState.InTime or CaseState.Late).Sum(c => (long)c.Cases);
        long inTime = recent.Where(c => c.Like.State == CaseState.InTime).Sum(c => (long)c.Cases);
        return new(from, cases, curve.Closed, In(curve.Quantile(0.5)), In(medianLow), In(medianHigh),
            share, In(curve.Quantile(share)), In(low), In(high),
            within?.Share, Finite(within?.Lower), Finite(within?.Upper), done > 0 ? (double)inTime / done : null);

        double? In(double? found) => found is { } f && double.IsFinite(f) ? clock.InUnit(f) : null;
        static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;
    }
}
