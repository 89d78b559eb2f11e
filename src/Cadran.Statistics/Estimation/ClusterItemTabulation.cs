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
            clusters[found] = merged ? c : index.UnitOfCell[c];
            totals[found++] = total;
        }
        return new ClusterContributions(Design, clusters.AsMemory(0, found), totals.AsMemory(0, found));
    }

    internal override ShareCovariance Covariance(int bucket, double[] shares, double weight)
    {
        var (from, to) = Cells(bucket);
        bool merged = bucket < 0 && index.Buckets > 1;
        var source = merged ? ByCluster() : table;
        if (merged) (from, to) = (0, Design.Clusters);
        int points = Scale.Points;
        var total = new ShareCovarianceSum(Design, points);
        double[] run = [];
        while (from < to)
        {
            int stratum = Stratum(from), end = from;
            while (end < to && Stratum(end) == stratum) end++;
            if (run.Length < (end - from) * points) run = new double[(end - from) * points];
            int present = Influence(source, from, end, shares, weight, run);
            var z = run;
            if (present > 0)
                total.Add(stratum, present,
                    () => Sum(z, present, points),
                    (centre, matrix, factor) => Products(z, present, Design.ClustersInStratum[stratum] - present, centre, matrix, factor));
            from = end;
        }
        return total.Finish();

        int Stratum(int cell) => Design.StratumOfCluster[merged ? cell : index.UnitOfCell[cell]];
    }

    /// <summary>Σw·(1[value] − share)/W for each cluster with weight; returns how many there are.</summary>
    private static int Influence(double[] source, int from, int to, double[] shares, double weight, double[] z)
    {
        int points = shares.Length, present = 0;
        for (int c = from; c < to; c++)
        {
            var slots = source.AsSpan(2 * c * points, 2 * points);
            double all = 0;
            for (int v = 0; v < points; v++) all += slots[2 * v];
            if (!(all > 0)) continue;
            var row = z.AsSpan(present++ * points, points);
            for (int v = 0; v < points; v++) row[v] = (slots[2 * v] - shares[v] * all) / weight;
        }
        return present;
    }

    private static double[] Sum(double[] z, int present, int points)
    {
        var sum = new double[points];
        for (int i = 0; i < present * points; i += points)
            for (int v = 0; v < points; v++) sum[v] += z[i + v];
        return sum;
    }

    private static void Products(double[] z, int present, int absent, double[] centre, double[,] matrix, double factor)
    {
        int points = centre.Length;
        Span<double> d = stackalloc double[points];
        Span<double> sums = stackalloc double[points * points];
        sums.Clear();
        for (int i = 0; i < present * points; i += points)
        {
            for (int v = 0; v < points; v++) d[v] = z[i + v] - centre[v];
            for (int j = 0, at = 0; j < points; j++, at += points)
                for (int k = 0; k <= j; k++) sums[at + k] += d[j] * d[k];
        }
        for (int j = 0; j < points; j++)
            for (int k = 0; k <= j; k++) matrix[j, k] += factor * (sums[j * points + k] + absent * centre[j] * centre[k]);
    }

    /// <summary>The table by cluster alone: overall, a cluster has a cell in several groups. Built once, on demand.</summary>
    private double[] ByCluster()
    {
        if (byCluster is not null) return byCluster;
        var sum = new double[2 * Design.Clusters * Scale.Points];
        for (int c = 0; c < index.Cells; c++)
        {
            var to = sum.AsSpan(2 * index.UnitOfCell[c] * Scale.Points, 2 * Scale.Points);
            var from = table.AsSpan(2 * c * Scale.Points, 2 * Scale.Points);
            for (int s = 0; s < to.Length; s++) to[s] += from[s];
        }
        return byCluster = sum;
    }
}
