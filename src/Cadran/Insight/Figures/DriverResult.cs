using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>How much of the overall rating the drivers explain, and how it is shared among them.</summary>
/// <param name="N">Complete cases; null when withheld.</param>
public sealed record DriverResult(int? N, double? RSquared, double? ConditionIndex, bool? Separable,
    IReadOnlyList<CoefficientResult> Coefficients, IReadOnlyList<ImportanceResult> Importance)
{
    /// <summary>Why no importance is given; null when it is. Coefficients stay when there was a model to fit.</summary>
    public string? Suppressed { get; init; }

    /// <summary>The reason as the statistics give it; null where the disclosure policy withholds, or nothing is withheld.</summary>
    public DriverSuppression? Reason { get; init; }

    /// <summary>Mean entropy of the bootstrap ranks, 0 (certain) to 1; see <see cref="Statistics.Drivers.Separability"/>.</summary>
    public double RankEntropy { get; init; } = double.NaN;
}
