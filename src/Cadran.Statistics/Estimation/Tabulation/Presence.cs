namespace Cadran.Statistics.Estimation;

/// <summary>
/// Strata and clusters that some rows of positive weight are in: what decides lone clusters and degrees of freedom of
/// an estimate about them.
/// </summary>
internal sealed class Presence
{
    /// <param name="rows">Rows the estimate is about; all when null.</param>
    public Presence(Design design, bool[]? rows)
    {
        ClustersInStratum = new int[design.Strata];
        Clusters = new bool[design.IsClustered ? design.Clusters : 0];
        var (weights, stratum, cluster) = (design.WeightArray, design.StratumOfRow, design.ClusterOfRow);
        for (var i = 0; i < design.Rows; i++)
        {
            if (weights is not null && weights[i] == 0 || rows is not null && !rows[i]) continue;
            if (cluster is not null)
            {
                if (Clusters[cluster[i]]) continue;
                Clusters[cluster[i]] = true;
            }
            ClustersInStratum[stratum is null ? 0 : stratum[i]]++;
        }
        var sampled = Enumerable.Range(0, ClustersInStratum.Length).Where(h => design.IsSampled(h)).ToArray();
        DegreesOfFreedom = sampled.Sum(h => Math.Max(0, ClustersInStratum[h] - 1));
        IsCensus = ClustersInStratum.Any(n => n > 0) && sampled.All(h => ClustersInStratum[h] == 0);
    }

    /// <summary>Of each stratum of the design, how many clusters are there.</summary>
    public int[] ClustersInStratum { get; }

    /// <summary>Empty when rows are their own clusters.</summary>
    public bool[] Clusters { get; }

    /// <summary>Every stratum that is there was taken whole: nothing varies from sample to sample.</summary>
    public bool IsCensus { get; }

    /// <summary>Clusters minus strata, over strata that were sampled: one taken whole says nothing about the error of the others.</summary>
    public int DegreesOfFreedom { get; }
}
