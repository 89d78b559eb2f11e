using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>How the sample was drawn, as results say it.</summary>
/// <param name="Strata">At least 1.</param>
/// <param name="Clusters">Rows when there is no cluster column.</param>
/// <param name="KishDesignEffect">Null when all weights are zero.</param>
public sealed record DesignFacts(int Strata, int Clusters, double DegreesOfFreedom, double SumOfWeights, double? KishDesignEffect)
{
    /// <summary>Design effect of the weights above which a few people decide: five people then weigh like one.</summary>
    public const double UnbalancedFrom = 5;

    /// <summary>Everybody was asked: figures have no sampling error.</summary>
    public bool WholePopulation { get; init; }

    /// <summary>People weigh differently. Equal weights, and none at all, have a design effect of 1.</summary>
    public bool HasWeights => KishDesignEffect is { } effect && Math.Abs(effect - 1) > 1e-9;

    public bool Unbalanced => KishDesignEffect > UnbalancedFrom;

    internal static DesignFacts Of(Design design) => new(design.Strata, design.Clusters, design.DegreesOfFreedom, design.SumOfWeights,
        double.IsFinite(design.KishDesignEffect) ? design.KishDesignEffect : null)
    { WholePopulation = design.IsCensus };
}
