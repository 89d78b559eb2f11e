namespace Cadran.Statistics.Drivers;

/// <summary>A driver's importance with its bootstrap uncertainty.</summary>
/// <param name="Lmg">Shapley value of R²; sums to R² over drivers.</param>
/// <param name="Share">The same as a share of R², in [0, 1].</param>
/// <param name="Low">Lower percentile limit of <paramref name="Share"/> at the confidence level, widened for few degrees of freedom;
/// NaN without replicates or with too few sampling units.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Johnson">Relative weight as a part of R², on the scale of <paramref name="Lmg"/>.</param>
/// <param name="First">R² of the driver alone.</param>
/// <param name="Last">Gain in R² after all others.</param>
/// <param name="Pratt">Standardised coefficient times correlation; can be negative.</param>
/// <param name="Rank">1 for the most important; equal shares get the same rank.</param>
/// <param name="RankLow">Best rank at the confidence level (the smaller number); 1 where nothing is known.</param>
/// <param name="RankHigh">Worst rank at the confidence level; the last where nothing is known.</param>
/// <param name="RankProbability">Probability of rank 1, 2, … p; sums to 1.</param>
/// <param name="TiedWithNext">True when the interval overlaps that of the driver ranked next: show them as tied.</param>
public sealed record DriverImportance(
    double Lmg, double Share, double Low, double High,
    double Johnson, double First, double Last, double Pratt,
    int Rank, int RankLow, int RankHigh, IReadOnlyList<double> RankProbability, bool TiedWithNext)
{
    /// <summary>
    /// Error of <see cref="Lmg"/> from sampling orders of entry; null up to 22 drivers, where all subsets are enumerated.
    /// </summary>
    public double? LmgError { get; init; }

    /// <summary>Its correlation with the overall rating, or its coefficient beside the others, is below zero: people who rate it higher
    /// are less satisfied. Importance has no sign and does not show it.</summary>
    public bool WrongSign { get; init; }

    internal static DriverImportance[] Of(RelativeImportance point, double[] shares, ImportanceBootstrap bootstrap, bool[] wrongSign,
        double confidence)
    {
        var ranks = new RankTable(shares, bootstrap);
        DriverImportance[] drivers = [.. shares.Select((share, j) =>
        {
            var interval = IntervalEstimate.Percentile(share, bootstrap.Shares[j], confidence);
            var (best, worst) = ranks.Range(j, confidence);
            return new DriverImportance(
                point.Lmg[j], share, Math.Max(0, interval.Low), Math.Min(1, interval.High),
                point.Johnson[j], point.First[j], point.Last[j], point.Pratt[j],
                ranks.Rank(j), best, worst, ranks.Probability(j), false)
            { LmgError = point.LmgErrors?[j], WrongSign = wrongSign[j] };
        })];
        var order = Enumerable.Range(0, drivers.Length).OrderByDescending(j => drivers[j].Share).ToArray();
        foreach (var (one, next) in order.Zip(order.Skip(1)))
            drivers[one] = drivers[one] with { TiedWithNext = !(drivers[next].High < drivers[one].Low) };
        return drivers;
    }
}
