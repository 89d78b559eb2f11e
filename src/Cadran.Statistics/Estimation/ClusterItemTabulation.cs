using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadran.Statistics.Estimation;

/// <summary>An item in a clustered design.</summary>
/// <remarks>The table by group and cluster is large and serves for a moment: what each group's estimates need of it is worked out at once,
/// and the next item is counted in the same memory. Only differences of groups ask for it again.</remarks>
internal sealed class ClusterItemTabulation : ItemTabulation
{
    private readonly CellIndex index;
    private readonly Item item;
    private readonly int position;
    private readonly double[] byCluster;
    private readonly DomainCounts overall;
    private readonly (DomainCounts Counts, ShareCovariance? Covariance)[] groups;
    private double[]? table;

    /// <param name="position">Of the item in its list, for messages.</param>
    /// <param name="table">Weight by group, cluster and value; read here and not kept.</param>
    /// <param name="people">People by group and value; the last group is of those in none.</param>
    /// <param name="absent">(weight, people) by group and kind of no value.</param>
    public ClusterItemTabulation(Design design, CellIndex index, Item item, int position, double[] table, int[] people, double[] absent)
        : base(design, item.Scale, index.Buckets - 1)
    {
        (this.index, this.item, this.position) = (index, item, position);
        byCluster = new double[design.Clusters * Scale.Points];
        overall = new DomainCounts(new int[Scale.Points], new double[Scale.Points], new int[5], new double[5]);
        groups = new (DomainCounts, ShareCovariance?)[index.Buckets - 1];
        for (int b = 0; b < index.Buckets; b++)
        {
            var (from, to) = (index.BucketStart[b], index.BucketStart[b + 1]);
            var counts = new DomainCounts(people[(b * Scale.Points)..((b + 1) * Scale.Points)], new double[Scale.Points], new int[5], new double[5]);
            SumCells(table, from, to, index.UnitOfCell, counts.Weight, byCluster);
            for (int kind = 0; kind < 5; kind++)
            {
                counts.AbsentWeight[kind] = absent[b * 10 + 2 * kind];
                counts.Absent[kind] = (int)absent[b * 10 + 2 * kind + 1];
            }
            AddToOverall(counts);
            double weight = counts.Weight.Sum();
            if (b < groups.Length) groups[b] = (counts, weight > 0 ? Covariance(table, from, to, index.UnitOfCell, [.. counts.Weight.Select(w => w / weight)], weight) : null);
        }
    }

    internal override DomainCounts Counts(int bucket) => bucket < 0 ? overall : groups[bucket].Counts;

    internal override ShareCovariance Covariance(int bucket, double[] shares, double weight) =>
        bucket < 0 ? Covariance(byCluster, 0, Design.Clusters, null, shares, weight) : groups[bucket].Covariance!;

    internal override Contributions Contributions(int bucket, ReadOnlySpan<double> deviations)
    {
        var source = bucket < 0 ? byCluster : table ??= ClusterTable.Weights(Design, index, item, position);
        var (from, to) = bucket < 0 ? (0, Design.Clusters) : (index.BucketStart[bucket], index.BucketStart[bucket + 1]);
        var clusters = new int[to - from];
        var totals = new double[to - from];
        int found = 0;
        for (int c = from; c < to; c++)
        {
            double weight = 0, total = 0;
            var slots = source.AsSpan(c * Scale.Points, Scale.Points);
            for (int v = 0; v < deviations.Length; v++)
            {
                weight += slots[v];
                total += slots[v] * deviations[v];
            }
            if (!(weight > 0)) continue;
            clusters[found] = bucket < 0 ? c : index.UnitOfCell[c];
            totals[found++] = total;
        }
        return new ClusterContributions(Design, clusters.AsMemory(0, found), totals.AsMemory(0, found));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumCells(double[] table, int from, int to, int[] clusterOfCell, double[] weights, double[] byCluster)
    {
        ref double cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), (nint)from * weights.Length);
        ref double first = ref MemoryMarshal.GetArrayDataReference(byCluster);
        for (int c = from; c < to; c++)
        {
            ref double cluster = ref Unsafe.Add(ref first, (nint)clusterOfCell[c] * weights.Length);
            for (int v = 0; v < weights.Length; v++)
            {
                double w = Unsafe.Add(ref cell, v);
                weights[v] += w;
                Unsafe.Add(ref cluster, v) += w;
            }
            cell = ref Unsafe.Add(ref cell, weights.Length);
        }
    }

    private void AddToOverall(DomainCounts counts)
    {
        for (int v = 0; v < Scale.Points; v++)
        {
            overall.People[v] += counts.People[v];
            overall.Weight[v] += counts.Weight[v];
        }
        for (int kind = 0; kind < 5; kind++)
        {
            overall.Absent[kind] += counts.Absent[kind];
            overall.AbsentWeight[kind] += counts.AbsentWeight[kind];
        }
    }

    /// <param name="clusterOfCell">Null when the cells are the clusters.</param>
    private ShareCovariance Covariance(double[] source, int from, int to, int[]? clusterOfCell, double[] shares, double weight)
    {
        int points = shares.Length;
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

        int Stratum(int cell) => Design.StratumOfCluster[clusterOfCell is null ? cell : clusterOfCell[cell]];
    }

    /// <summary>Σw·(1[value] − share)/W for each cluster with weight; returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Influence(double[] source, int from, int to, double[] shares, double weight, double[] z)
    {
        int points = shares.Length, present = 0;
        double perWeight = 1 / weight;
        for (int c = from; c < to; c++)
        {
            var slots = source.AsSpan(c * points, points);
            double all = 0;
            foreach (double w in slots) all += w;
            if (!(all > 0)) continue;
            var row = z.AsSpan(present++ * points, points);
            for (int v = 0; v < slots.Length; v++) row[v] = (slots[v] - shares[v] * all) * perWeight;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Products(double[] z, int present, int absent, double[] centre, double[,] matrix, double factor)
    {
        int points = centre.Length;
        Span<double> deviation = stackalloc double[points];
        Span<double> sums = stackalloc double[points * points];
        sums.Clear();
        ref double d = ref MemoryMarshal.GetReference(deviation);
        for (int i = 0; i < present * points; i += points)
        {
            for (int v = 0; v < points; v++) deviation[v] = z[i + v] - centre[v];
            ref double sum = ref MemoryMarshal.GetReference(sums);
            for (int j = 0; j < points; j++)
            {
                double left = Unsafe.Add(ref d, j);
                for (int k = 0; k <= j; k++) Unsafe.Add(ref sum, k) += left * Unsafe.Add(ref d, k);
                sum = ref Unsafe.Add(ref sum, points);
            }
        }
        for (int j = 0; j < points; j++)
            for (int k = 0; k <= j; k++) matrix[j, k] += factor * (sums[j * points + k] + absent * centre[j] * centre[k]);
    }
}
