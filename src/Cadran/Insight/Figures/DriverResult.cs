using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>How much of the overall rating the drivers explain, and how it is shared among them.</summary>
/// <param name="N">Complete cases; null when withheld.</param>
public sealed record DriverResult(int? N, double? RSquared, double? ConditionIndex, bool? Separable,
    IReadOnlyList<CoefficientResult> Coefficients, IReadOnlyList<ImportanceResult> Importance)
{
    /// <summary>R² less what chance would explain; null where there is no regression, or fewer people than it takes.</summary>
    public double? AdjustedRSquared { get; init; }

    /// <summary>Chance of an R² at least this large if the drivers explained nothing (F test); null as
    /// <see cref="AdjustedRSquared"/>.</summary>
    public double? RSquaredP { get; init; }

    /// <summary>People who rated overall satisfaction, whatever else they rated; null when withheld.</summary>
    public int? Rated { get; init; }

    /// <summary>What each driver costs, in their order; empty when nothing may be said.</summary>
    public IReadOnlyList<DriverCost> Costs { get; init; } = [];

    /// <summary>Too few clusters (or people) for intervals, ranks and probabilities.</summary>
    public bool FewUnits { get; init; }

    /// <summary>Complete answers needed before anything is said; null when nothing may be said.</summary>
    public int? Needed { get; init; }

    /// <summary>Why no importance is given; null when it is. Coefficients stay when there was a model to fit.</summary>
    public string? Suppressed { get; init; }

    /// <summary>The reason as the statistics give it; null where the disclosure policy withholds, or nothing is withheld.</summary>
    public DriverSuppression? Reason { get; init; }

    /// <summary>Mean entropy of the bootstrap ranks, 0 (certain) to 1; see <see cref="Statistics.Drivers.Separability"/>.</summary>
    public double RankEntropy { get; init; } = double.NaN;
}
