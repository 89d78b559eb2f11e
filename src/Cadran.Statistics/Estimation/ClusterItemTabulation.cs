using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadran.Statistics.Estimation;

/// <summary>An item in a clustered design.</summary>
/// <remarks>A group's table by cluster serves for a moment: what its estimates need is worked out at once, and the next group is counted in
/// the same memory. Only differences of groups ask for it again.</remarks>
internal sealed class ClusterItemTabulation : ItemTabulation
{
    private readonly ClusterCells? cells;
    private readonly Item item;
    private readonly int position;
    private readonly double[] byCluster;
    private readonly DomainCounts overall;
    private readonly (DomainCounts Counts, ShareCovariance? Covariance)[] groups;

    /// <param name="cells">Null without groups.</param>
    /// <param name="position">Of the item in its list, for messages.</param>
    public ClusterItemTabulation(Design design, ClusterCells? cells, Item item, int position)
        : base(design, item.Scale, cells is null ? 0 : cells.Buckets - 1)
    {
        (this.cells, this.item, this.position) = (cells, item, position);
        byCluster = new double[design.Clusters * Scale.Points];
        overall = DomainCounts.Zero(Scale.Points);
        groups = new (DomainCounts, ShareCovariance?)[Groups];
        if (cells is null)
        {
            ClusterTable.Count(design.ClusterOfRow!, design.WeightArray, item, position, byCluster, overall);
            for (int i = 0; i < byCluster.Length; i++) overall.Weight[i % Scale.Points] += byCluster[i];
            return;
        }
        double[] memory = [];
        for (int b = 0; b < cells.Buckets; b++)
        {
            int needed = cells.ClustersOf(b).Length * Scale.Points;
            if (memory.Length < needed) memory = new double[needed];
            var table = memory.AsSpan(0, needed);
            var counts = Count(b, table);
            SumCells(table, cells.ClustersOf(b), counts.Weight, byCluster);
            AddToOverall(counts);
            double weight = counts.Weight.Sum();
            if (b < groups.Length) groups[b] = (counts, weight > 0 ? Covariance(table, cells.ClustersOf(b), [.. counts.Weight.Select(w => w / weight)], weight) : null);
        }
    }

    internal override DomainCounts Counts(int bucket) => bucket < 0 ? overall : groups[bucket].Counts;

    internal override ShareCovariance Covariance(int bucket, double[] shares, double weight) =>
        bucket < 0 ? Covariance(byCluster, AllClusters(), shares, weight) : groups[bucket].Covariance!;

    internal override Contributions Contributions(int bucket, ReadOnlySpan<double> deviations)
    {
        var of = bucket < 0 ? AllClusters() : cells!.ClustersOf(bucket);
        var source = byCluster;
        if (bucket >= 0) Count(bucket, source = new double[of.Length * Scale.Points]);
        var clusters = new int[of.Length];
        var totals = new double[of.Length];
        int found = 0;
        for (int c = 0; c < of.Length; c++)
        {
            double weight = 0, total = 0;
            var slots = source.AsSpan(c * Scale.Points, Scale.Points);
            for (int v = 0; v < deviations.Length; v++)
            {
                weight += slots[v];
                total += slots[v] * deviations[v];
            }
            if (!(weight > 0)) continue;
            clusters[found] = of[c];
            totals[found++] = total;
        }
        return new ClusterContributions(Design, clusters.AsMemory(0, found), totals.AsMemory(0, found));
    }

    /// <summary>Weights of a bucket by cluster and value into the table, which need not be empty; people and the kinds of no value.</summary>
    private DomainCounts Count(int bucket, Span<double> table)
    {
        table.Clear();
        var counts = DomainCounts.Zero(Scale.Points);
        ClusterTable.Count(cells!, bucket, item, position, table, counts);
        return counts;
    }

    private ReadOnlySpan<int> AllClusters() => Enumerable.Range(0, Design.Clusters).ToArray();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumCells(ReadOnlySpan<double> table, ReadOnlySpan<int> clusterOfCell, double[] weights, double[] byCluster)
    {
        ref double cell = ref MemoryMarshal.GetReference(table);
        ref double first = ref MemoryMarshal.GetArrayDataReference(byCluster);
        foreach (int c in clusterOfCell)
        {
            ref double cluster = ref Unsafe.Add(ref first, (nint)c * weights.Length);
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

    private ShareCovariance Covariance(ReadOnlySpan<double> source, ReadOnlySpan<int> clusterOfCell, double[] shares, double weight)
    {
        int points = shares.Length;
        var total = new ShareCovarianceSum(Design, points);
        double[] run = [];
        for (int from = 0; from < clusterOfCell.Length;)
        {
            int stratum = Design.StratumOfCluster[clusterOfCell[from]], end = from;
            while (end < clusterOfCell.Length && Design.StratumOfCluster[clusterOfCell[end]] == stratum) end++;
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
    }

    /// <summary>Σw·(1[value] − share)/W for each cluster with weight; returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Influence(ReadOnlySpan<double> source, int from, int to, double[] shares, double weight, double[] z)
    {
        int points = shares.Length, present = 0;
        double perWeight = 1 / weight;
        for (int c = from; c < to; c++)
        {
            var slots = source.Slice(c * points, points);
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
