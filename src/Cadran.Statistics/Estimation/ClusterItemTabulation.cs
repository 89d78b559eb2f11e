namespace Cadran.Statistics.Estimation;

/// <summary>Tables of an item in a clustered design: (weight, people) by group, cluster and value.</summary>
internal sealed class ClusterItemTabulation(Design design, CellIndex index, Scale scale, double[] table, double[] absent)
    : ItemTabulation(design, scale, index.Buckets - 1)
{
    private double[]? byCluster;

    private (int From, int To) Cells(int bucket) => bucket < 0 ? (0, index.Cells) : (index.BucketStart[bucket], index.BucketStart[bucket + 1]);

    internal override DomainCounts Counts(int bucket)
    {
        var counts = new DomainCounts(new int[Scale.Points], new double[Scale.Points], new int[5], new double[5]);
        var (from, to) = Cells(bucket);
        for (int c = from; c < to; c++)
            for (int v = 0; v < Scale.Points; v++)
            {
                nint s = 2 * ((nint)c * Scale.Points + v);
                counts.Weight[v] += table[s];
                counts.People[v] += (int)table[s + 1];
            }
        for (int b = bucket < 0 ? 0 : bucket; b < (bucket < 0 ? index.Buckets : bucket + 1); b++)
            for (int kind = 0; kind < 5; kind++)
            {
                counts.AbsentWeight[kind] += absent[b * 10 + 2 * kind];
                counts.Absent[kind] += (int)absent[b * 10 + 2 * kind + 1];
            }
        return counts;
    }

    internal override Contributions Contributions(int bucket, ReadOnlySpan<double> deviations)
    {
        var (from, to) = Cells(bucket);
        bool merged = bucket < 0 && index.Buckets > 1;
        var source = merged ? ByCluster() : table;
        if (merged) (from, to) = (0, Design.Clusters);
        var clusters = new int[to - from];
        var totals = new double[to - from];
        int found = 0;
        for (int c = from; c < to; c++)
        {
            double weight = 0, total = 0;
            var slots = source.AsSpan(2 * c * Scale.Points, 2 * Scale.Points);
            for (int v = 0; v < deviations.Length; v++)
            {
                weight += slots[2 * v];
                total += slots[2 * v] * deviations[v];
            }
            if (!(weight > 0)) continue;
            clusters[found] = merged ? c : index.ClusterOfCell[c];
            totals[found++] = total;
        }
        return new ClusterContributions(Design, clusters.AsMemory(0, found), totals.AsMemory(0, found));
    }

    /// <summary>The table by cluster alone: overall, a cluster has a cell in several groups. Built once, on demand.</summary>
    private double[] ByCluster()
    {
        if (byCluster is not null) return byCluster;
        var sum = new double[2 * Design.Clusters * Scale.Points];
        for (int c = 0; c < index.Cells; c++)
        {
            var to = sum.AsSpan(2 * index.ClusterOfCell[c] * Scale.Points, 2 * Scale.Points);
            var from = table.AsSpan(2 * c * Scale.Points, 2 * Scale.Points);
            for (int s = 0; s < to.Length; s++) to[s] += from[s];
        }
        return byCluster = sum;
    }
}
