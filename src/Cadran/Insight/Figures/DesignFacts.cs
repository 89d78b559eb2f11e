using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>How the sample was drawn, as results say it.</summary>
/// <param name="Strata">At least 1.</param>
/// <param name="Clusters">Rows when there is no cluster column.</param>
/// <param name="KishDesignEffect">Null when all weights are zero.</param>
public sealed record DesignFacts(int Strata, int Clusters, double DegreesOfFreedom, double SumOfWeights, double? KishDesignEffect)
{
    internal static DesignFacts Of(Design design) => new(design.Strata, design.Clusters, design.DegreesOfFreedom, design.SumOfWeights,
        double.IsFinite(design.KishDesignEffect) ? design.KishDesignEffect : null);
}
