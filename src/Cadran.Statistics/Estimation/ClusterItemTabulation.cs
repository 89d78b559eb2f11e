namespace Cadran.Statistics.Estimation;

/// <summary>Tables of an item in a clustered design: (weight, people) by group, cluster and value.</summary>
internal sealed class ClusterItemTabulation(Design design, CellIndex index, Scale scale, double[] table, double[] absent)
    : ItemTabulation(design, scale, index.Buckets - 1)
{
    private (int From, int To) Cells(int bucket) => bucket < 0 ? (0, index.Cells) : (index.BucketStart[bucket], index.BucketStart[bucket + 1]);

    internal override DomainCounts Counts(int bucket)
    {
        var counts = new DomainCounts(new int[Scale.Points], new double[Scale.Points], new int[5], new double[5]);
        var (from, to) = Cells(bucket);
        for (int c = from; c < to; c++)
            for (int v = 0; v < Scale.Points; v++)
            {
                int s = 2 * (c * Scale.Points + v);
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
        if (bucket >= 0 || index.Buckets == 1)
        {
            var clusters = new int[to - from];
            var totals = new double[to - from];
            int found = 0;
            for (int c = from; c < to; c++)
            {
                if (!Total(c, deviations, out double total)) continue;
                clusters[found] = index.ClusterOfCell[c];
                totals[found++] = total;
            }
            return new ClusterContributions(Design, clusters.AsMemory(0, found), totals.AsMemory(0, found));
        }
        // Overall: the same cluster has a cell in several groups.
        var dense = new double[Design.Clusters];
        var present = new bool[Design.Clusters];
        for (int c = from; c < to; c++)
        {
            if (!Total(c, deviations, out double total)) continue;
            dense[index.ClusterOfCell[c]] += total;
            present[index.ClusterOfCell[c]] = true;
        }
        return ClusterContributions.FromDense(Design, dense, present);
    }

    private bool Total(int cell, ReadOnlySpan<double> deviations, out double total)
    {
        double weight = total = 0;
        int s = 2 * cell * Scale.Points;
        for (int v = 0; v < deviations.Length; v++)
        {
            double w = table[s + 2 * v];
            weight += w;
            total += w * deviations[v];
        }
        return weight > 0;
    }
}
