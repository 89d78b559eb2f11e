using System.Text.Json.Serialization;
using Cadran.Statistics;
using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>
/// What an analysis found: the contract <c>cadran.analysis/1</c>, property for property, and what every results page shows.
/// Withheld numbers are null (or a <see cref="Figure"/> with its reason); nothing behind them is kept here, so no view can leak them.
/// </summary>
public sealed record AnalysisResult
{
    public string Schema { get; } = "cadran.analysis/1";
    public required string File { get; init; }
    public required int N { get; init; }
    public required DesignFacts Design { get; init; }
    public required IReadOnlyList<ItemResult> Items { get; init; }
    public IReadOnlyList<GroupResult> Groups { get; init; } = [];
    public IReadOnlyList<WaveResult> Waves { get; init; } = [];
    public IReadOnlyList<ChangeResult> Changes { get; init; } = [];
    public required DriverResult Drivers { get; init; }
    public required ThresholdResult Thresholds { get; init; }
    public IReadOnlyList<PriorityResult> Priorities { get; init; } = [];

    /// <summary>The lines of the priority matrix; null without priorities.</summary>
    [JsonIgnore]
    public Priorities? Matrix { get; init; }

    public ItemResult? Find(string code) => Items.FirstOrDefault(i => i.Code == code);
}

/// <param name="Strata">At least 1.</param>
/// <param name="Clusters">Rows when there is no cluster column.</param>
/// <param name="KishDesignEffect">Null when all weights are zero.</param>
public sealed record DesignFacts(int Strata, int Clusters, double DegreesOfFreedom, double SumOfWeights, double? KishDesignEffect);

/// <summary>One item in one group of people. Counts are null when the item is withheld: they would give the group away.</summary>
public sealed record ItemResult(string Code, int? N, int? Missing, int? NotApplicable,
    Figure Mean, Figure Score, Figure TopTwo, Figure BottomTwo, IReadOnlyList<DistributionCell> Distribution)
{
    /// <summary>Why the whole item is withheld, or null.</summary>
    [JsonIgnore]
    public Suppression? Suppressed => N is null ? Score.Suppressed : null;
}

/// <param name="Value">Rating; parts of a point for a driver that is a mean.</param>
public sealed record DistributionCell(double Value, int N, Figure Share);

public sealed record GroupResult(string By, string Value, int? N, string? Suppressed, IReadOnlyList<ItemResult> Items)
{
    [JsonIgnore]
    public Suppression? Reason { get; init; }
}

public sealed record WaveResult(string Value, IReadOnlyList<ItemResult> Items);

/// <summary>A change of an item's 0–100 score from one wave to the next.</summary>
/// <param name="From">Label of the earlier wave.</param>
/// <param name="Difference">Later minus earlier, in points of the score.</param>
/// <param name="Q">Benjamini–Hochberg over all changes of this result.</param>
/// <param name="MinimumDetectable">Smallest true change found with 80 % power, in points.</param>
public sealed record ChangeResult(string Code, string From, string To, Figure Difference, double? T, double? Df, double? P, double? Q, double? MinimumDetectable);

public sealed record DriverResult(int? N, double? RSquared, double? ConditionIndex, bool? Separable,
    IReadOnlyList<CoefficientResult> Coefficients, IReadOnlyList<ImportanceResult> Importance)
{
    /// <summary>Why no importance is given; absent when it is. Coefficients stay when there was a model to fit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suppressed { get; init; }

    /// <summary>The reason as the statistics give it, null when fewer people than the minimum answered everything, or when nothing is withheld.</summary>
    [JsonIgnore]
    public DriverSuppression? Reason { get; init; }

    /// <summary>Mean entropy of the bootstrap ranks, 0 (certain) to 1; see <see cref="Statistics.Drivers.Separability"/>.</summary>
    [JsonIgnore]
    public double RankEntropy { get; init; } = double.NaN;
}

/// <param name="Code">A driver, or <c>(Intercept)</c>, which comes last.</param>
/// <param name="Estimate">Points of the overall rating per point of the driver; null for a constant driver or an exact combination of others.</param>
public sealed record CoefficientResult(string Code, double? Estimate, double? Se, double? Standardised, double? Vif);

/// <param name="Lmg">Part of R²; adds up to it.</param>
/// <param name="Share">The same over R²; <paramref name="Low"/> and <paramref name="High"/> are its interval.</param>
/// <param name="Johnson">Relative weight, a part of R² by another method: near LMG, never equal.</param>
public sealed record ImportanceResult(string Code, double Lmg, double Share, double Johnson, double? Low, double? High, int Rank, int RankLow, int RankHigh)
{
    /// <summary>The interval overlaps that of the driver ranked next.</summary>
    [JsonIgnore]
    public bool TiedWithNext { get; init; }
}

/// <param name="PassAt">Lowest rating that counts as a pass; null when drivers were rated on different scales, each with its own.</param>
public sealed record ThresholdResult(int? PassAt, IReadOnlyList<FailingResult> ByFailing, IReadOnlyList<WhichFailsResult> WhenOneFails);

/// <summary>Respondents for whom exactly that many drivers fail. Numbers are null when withheld or when there is nobody.</summary>
public sealed record FailingResult(int Failing, int? N, double? Share, double? Score)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suppressed { get; init; }

    [JsonIgnore]
    public Suppression? Reason { get; init; }

    [JsonIgnore]
    public double? ShareLow { get; init; }
    [JsonIgnore]
    public double? ShareHigh { get; init; }
    [JsonIgnore]
    public double? ScoreLow { get; init; }
    [JsonIgnore]
    public double? ScoreHigh { get; init; }
}

/// <param name="Share">Among respondents for whom one driver fails; null when they are too few.</param>
public sealed record WhichFailsResult(string Code, double? Share);

/// <param name="Quadrant"><c>improve-first</c>, <c>maintain</c>, <c>watch</c> or <c>possible-overkill</c>.</param>
/// <param name="Probability">Share of bootstrap replicates that put the driver in the same quadrant.</param>
public sealed record PriorityResult(string Code, double Importance, double Score, string Quadrant, double? Probability)
{
    [JsonIgnore]
    public Quadrant Place { get; init; }

    [JsonIgnore]
    public bool Firm => Probability >= DriverPriority.FirmFrom;
}

/// <summary>Writes a result as the contract's JSON, in full precision.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(AnalysisResult))]
public sealed partial class AnalysisJson : JsonSerializerContext;
