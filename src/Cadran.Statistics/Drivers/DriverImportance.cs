namespace Cadran.Statistics.Drivers;

/// <summary>A driver's importance with its bootstrap uncertainty.</summary>
/// <param name="Lmg">Shapley value of R²; sums to R² over drivers.</param>
/// <param name="Share">The same as a share of R², in [0, 1].</param>
/// <param name="Low">Lower percentile limit of <paramref name="Share"/> at the confidence level.</param>
/// <param name="High">Upper percentile limit of <paramref name="Share"/>.</param>
/// <param name="Johnson">Relative weight as a part of R², on the scale of <paramref name="Lmg"/>.</param>
/// <param name="First">R² of the driver alone.</param>
/// <param name="Last">Gain in R² after all others.</param>
/// <param name="Pratt">Standardised coefficient times correlation; can be negative.</param>
/// <param name="Rank">1 for the most important; equal shares get the same rank.</param>
/// <param name="RankLow">Best rank at the confidence level (the smaller number).</param>
/// <param name="RankHigh">Worst rank at the confidence level.</param>
/// <param name="RankProbability">Probability of rank 1, 2, … p; sums to 1.</param>
/// <param name="TiedWithNext">True when the interval overlaps that of the driver ranked next: show them as tied.</param>
public sealed record DriverImportance(
    double Lmg, double Share, double Low, double High,
    double Johnson, double First, double Last, double Pratt,
    int Rank, int RankLow, int RankHigh, IReadOnlyList<double> RankProbability, bool TiedWithNext)
{
    /// <summary>Error of <see cref="Lmg"/> from sampling orders of entry; null up to 22 drivers, where all subsets are enumerated.</summary>
    public double? LmgError { get; init; }
}

/// <summary>Whether the data can tell the drivers apart.</summary>
/// <param name="Separable">True when <paramref name="ConditionIndex"/> is at most <see cref="ConditionIndexLimit"/> and
/// <paramref name="RankEntropy"/> at most <see cref="RankEntropyLimit"/>.</param>
/// <param name="ConditionIndex">As in <see cref="DriverRegression.ConditionIndex"/>.</param>
/// <param name="RankEntropy">Mean over drivers of the entropy of their bootstrap rank, divided by ln p: 0 when every rank is
/// certain, 1 when every rank is equally likely for every driver. 0 with a single driver, NaN without replicates.</param>
/// <remarks>Limits: 30 is Belsley's mark of severe collinearity. Entropy 1/2 means that on average sqrt(p) ranks are in
/// play for each driver (2.2 of 5), so a ranking would be read as more than it is. One common factor behind all
/// drivers, usual in satisfaction data, shows as nearly equal shares and high entropy long before collinearity is severe.</remarks>
public sealed record Separability(bool Separable, double ConditionIndex, double RankEntropy)
{
    public const double ConditionIndexLimit = 30;
    public const double RankEntropyLimit = 0.5;

    internal static Separability Judge(double conditionIndex, IReadOnlyList<DriverImportance> drivers)
    {
        var entropy = 0.0;
        if (drivers.Count > 1)
            entropy = drivers.Average(d => d.RankProbability.Sum(p => p > 0 ? p * Math.Log(1 / p) : p)) / Math.Log(drivers.Count);
        return new Separability(conditionIndex <= ConditionIndexLimit && entropy <= RankEntropyLimit, conditionIndex, entropy);
    }
}
