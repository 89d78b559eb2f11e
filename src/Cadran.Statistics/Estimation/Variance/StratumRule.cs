namespace Cadran.Statistics.Estimation;

/// <summary>How a stratum enters the variance: its factor, and about what its clusters are centred.</summary>
internal readonly record struct StratumRule(StratumUse Use, double Factor)
{
    public static StratumRule Of(Design design, int stratum) =>
        Of(design.Policy, design.ClustersInStratum[stratum], design.UnsampledInStratum[stratum]);

    /// <param name="clusters">Sampled in the stratum.</param>
    /// <param name="unsampled">Share of its clusters that was not.</param>
    public static StratumRule Of(LoneCluster policy, int clusters, double unsampled)
    {
        if (unsampled == 0) return new(StratumUse.Nothing, 0);
        if (clusters > 1) return new(StratumUse.OwnMean, unsampled * clusters / (clusters - 1));
        return policy switch
        {
            LoneCluster.Certainty => new(StratumUse.Nothing, 0),
            LoneCluster.Adjust => new(StratumUse.GrandMean, unsampled),
            LoneCluster.Average => new(StratumUse.LikeTheOthers, 0),
            _ => new(StratumUse.Refuse, 0),
        };
    }

    public static Suppression Refusal(Design design, int stratum) =>
        new(SuppressionReason.LoneCluster, $"stratum {design.StratumLabels[stratum]} has one cluster");
}
