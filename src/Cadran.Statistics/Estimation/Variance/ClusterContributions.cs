namespace Cadran.Statistics.Estimation;

/// <summary>Contributions of the clusters of a domain, in order of cluster and so of stratum.</summary>
internal sealed class ClusterContributions(Design design, ReadOnlyMemory<int> clusters, ReadOnlyMemory<double> totals)
    : StratumContributions(design)
{
    public static ClusterContributions FromDense(Design design, double[] totals, bool[] present)
    {
        int[] clusters = [.. Enumerable.Range(0, totals.Length).Where(c => present[c])];
        return new(design, clusters, clusters.Select(c => totals[c]).ToArray());
    }

    protected override IEnumerable<StratumMoments> Strata()
    {
        for (var from = 0; from < clusters.Length;)
        {
            var h = Design.StratumOfCluster[clusters.Span[from]];
            var to = from;
            double sum = 0;
            while (to < clusters.Length && Design.StratumOfCluster[clusters.Span[to]] == h) sum += totals.Span[to++];
            int n = Design.ClustersInStratum[h], present = to - from;
            double mean = sum / n, centred = (n - present) * mean * mean;
            foreach (var z in totals.Span[from..to]) centred += (z - mean) * (z - mean);
            yield return new(h, present, sum, centred);
            from = to;
        }
    }

    public override Contributions Minus(Contributions other)
    {
        var dense = new double[Design.Clusters];
        var present = new bool[Design.Clusters];
        Add(dense, present, 1);
        ((ClusterContributions)other).Add(dense, present, -1);
        return FromDense(Design, dense, present);
    }

    private void Add(double[] dense, bool[] present, double sign)
    {
        for (var i = 0; i < clusters.Length; i++)
        {
            dense[clusters.Span[i]] += sign * totals.Span[i];
            present[clusters.Span[i]] = true;
        }
    }
}
