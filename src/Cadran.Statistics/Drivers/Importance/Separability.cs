namespace Cadran.Statistics.Drivers;

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
    /// <summary>Condition index above which drivers count as inseparable.</summary>
    public const double ConditionIndexLimit = 30;

    /// <summary>Rank entropy, in [0, 1], above which drivers count as inseparable.</summary>
    public const double RankEntropyLimit = 0.5;

    internal static Separability Judge(double conditionIndex, IReadOnlyList<DriverImportance> drivers)
    {
        var entropy = 0.0;
        if (drivers.Count > 1)
            entropy = drivers.Average(d => d.RankProbability.Sum(p => p > 0 ? p * Math.Log(1 / p) : p)) / Math.Log(drivers.Count);
        return new Separability(conditionIndex <= ConditionIndexLimit && entropy <= RankEntropyLimit, conditionIndex, entropy);
    }
}
