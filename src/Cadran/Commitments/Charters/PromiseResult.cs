using System.Globalization;
using Cadran.Standards;
using Cadran.Statistics.Control;

namespace Cadran.Commitments;

/// <summary>The last result of a standard that may be told: what stands beside its promise.</summary>
/// <param name="From">First day of what was counted.</param>
/// <param name="Last">Last day of it.</param>
/// <param name="Share">Of the cases, those that kept the standard, in [0, 1].</param>
public sealed record PromiseResult(DateOnly From, DateOnly Last, double Share, long Cases, TargetMet Outcome)
{
    /// <summary>Null where nothing is counted, or so few cases that they could tell of somebody.</summary>
    public static PromiseResult? Of(PublicStandard standard)
    {
        if (standard.Periods.FirstOrDefault(p => p.Figures.Total >= PublicStandard.FewestCases) is { } period)
            return Of(period.From, period.Period.Last, period.Assessment, period.Figures.Total);
        if (standard.Year is not { Total: >= PublicStandard.FewestCases and var cases } year) return null;
        if (!FiscalYear.IsOne(year.FiscalYear)) return null;
        var begins = new DateOnly(int.Parse(year.FiscalYear[..4], CultureInfo.InvariantCulture), 4, 1);
        return Of(begins, begins.AddYears(1).AddDays(-1), year.Assessment, cases);
    }

    /// <summary>Whole months since the last day that was counted; 0 where it is not over.</summary>
    public int AgeMonths(DateOnly today)
    {
        int months = (today.Year - Last.Year) * 12 + today.Month - Last.Month;
        return Math.Max(0, today.Day < Last.Day && today != Last.AddMonths(months) ? months - 1 : months);
    }

    private static PromiseResult? Of(DateOnly from, DateOnly last, StandardAssessment assessment, long cases) =>
        assessment.Performance is { } share ? new(from, last, (double)share, cases, assessment.Under()) : null;
}
