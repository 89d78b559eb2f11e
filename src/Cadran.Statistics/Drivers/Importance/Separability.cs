namespace Cadran.Statistics.Drivers;

/// <summary>Whether the data can tell the drivers apart.</summary>
/// <param name="Separable">True when no two rank ranges overlap, <paramref name="ConditionIndex"/> is at most
/// <see cref="ConditionIndexLimit"/> and <paramref name="RankEntropy"/> at most <see cref="RankEntropyLimit"/>.</param>
/// <param name="ConditionIndex">As in <see cref="DriverRegression.ConditionIndex"/>.</param>
/// <param name="RankEntropy">Mean over drivers of the entropy of their bootstrap rank, divided by ln p: 0 when every rank is
/// certain, 1 when every rank is equally likely for every driver. 0 with a single driver, NaN without replicates.</param>
/// <remarks>Telling drivers apart is putting all of them in order, which the ranges of their ranks decide. The two limits are choices of
/// ours. 30 is high: Belsley, Kuh and Welsch give it for columns that were scaled and not centred, the constant among them, while ratings
/// are centred here, where the same number means more collinearity. Entropy 1/2 means that on average sqrt(p) ranks are in play for each
/// driver (2.2 of 5). One common factor behind all drivers, usual in satisfaction data, shows as nearly equal shares and high entropy long
/// before collinearity is severe.</remarks>
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
        return new Separability(Ordered(drivers) && conditionIndex <= ConditionIndexLimit && entropy <= RankEntropyLimit,
            conditionIndex, entropy);
    }

    private static bool Ordered(IReadOnlyList<DriverImportance> drivers)
    {
        var ranges = drivers.OrderBy(d => d.RankLow).ThenBy(d => d.RankHigh).ToArray();
        return ranges.Zip(ranges.Skip(1)).All(pair => pair.First.RankHigh < pair.Second.RankLow);
    }
}
