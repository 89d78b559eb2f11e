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
    private readonly (DomainCounts Counts, LinearisedCovariance? Covariance)[] groups;

    /// <param name="cells">Null without groups.</param>
    /// <param name="position">Of the item in its list, for messages.</param>
    public ClusterItemTabulation(Design design, ClusterCells? cells, Item item, int position)
        : base(design, item.Scale, cells is null ? 0 : cells.Buckets - 1)
    {
        (this.cells, this.item, this.position) = (cells, item, position);
        byCluster = new double[design.Clusters * Scale.Points];
        overall = DomainCounts.Zero(Scale.Points);
        groups = new (DomainCounts, LinearisedCovariance?)[Groups];
        if (cells is null)
        {
            ClusterTable.Count(design.ClusterOfRow!, design.WeightArray, item, position, byCluster, overall);
            for (var i = 0; i < byCluster.Length; i++) overall.Weight[i % Scale.Points] += byCluster[i];
            return;
        }
        double[] memory = [];
        for (var b = 0; b < cells.Buckets; b++)
        {
            var needed = cells.ClustersOf(b).Length * Scale.Points;
            if (memory.Length < needed) memory = new double[needed];
            var table = memory.AsSpan(0, needed);
            var counts = Count(b, table);
            SumCells(table, cells.ClustersOf(b), counts.Weight, byCluster);
            AddToOverall(counts);
            var weight = counts.Weight.Sum();
            if (b < groups.Length)
                groups[b] =
                    (counts, weight > 0 ? Covariance(table, cells.ClustersOf(b), [.. counts.Weight.Select(w => w / weight)], weight)
                    : null);
        }
    }

    internal override DomainCounts Counts(int bucket) => bucket < 0 ? overall : groups[bucket].Counts;

    internal override LinearisedCovariance Covariance(int bucket, double[] shares, double weight) =>
        bucket < 0 ? Covariance(byCluster, AllClusters(), shares, weight) : groups[bucket].Covariance!;

    internal override Contributions Contributions(int bucket, ReadOnlySpan<double> deviations)
    {
        var of = bucket < 0 ? AllClusters() : cells!.ClustersOf(bucket);
        var source = byCluster;
        if (bucket >= 0) Count(bucket, source = new double[of.Length * Scale.Points]);
        var clusters = new int[of.Length];
        var totals = new double[of.Length];
        var found = 0;
        for (var c = 0; c < of.Length; c++)
        {
            double weight = 0, total = 0;
            var slots = source.AsSpan(c * Scale.Points, Scale.Points);
            for (var v = 0; v < deviations.Length; v++)
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

    /// <summary>
    /// Weights of a bucket by cluster and value into the table, which need not be empty; people and the kinds of no value.
    /// </summary>
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
        ref var cell = ref MemoryMarshal.GetReference(table);
        ref var first = ref MemoryMarshal.GetArrayDataReference(byCluster);
        foreach (var c in clusterOfCell)
        {
            ref var cluster = ref Unsafe.Add(ref first, (nint)c * weights.Length);
            for (var v = 0; v < weights.Length; v++)
            {
                var w = Unsafe.Add(ref cell, v);
                weights[v] += w;
                Unsafe.Add(ref cluster, v) += w;
            }
            cell = ref Unsafe.Add(ref cell, weights.Length);
        }
    }

    private void AddToOverall(DomainCounts counts)
    {
        for (var v = 0; v < Scale.Points; v++)
        {
            overall.People[v] += counts.People[v];
            overall.Weight[v] += counts.Weight[v];
        }
        for (var kind = 0; kind < 5; kind++)
        {
            overall.Absent[kind] += counts.Absent[kind];
            overall.AbsentWeight[kind] += counts.AbsentWeight[kind];
        }
    }

    private LinearisedCovariance Covariance(ReadOnlySpan<double> source, ReadOnlySpan<int> clusterOfCell, double[] shares, double weight)
    {
        var points = shares.Length;
        var total = new ShareCovarianceSum(Design, points);
        double[] z = [];
        for (var from = 0; from < clusterOfCell.Length;)
        {
            int stratum = Design.StratumOfCluster[clusterOfCell[from]], end = from + 1;
            while (end < clusterOfCell.Length && Design.StratumOfCluster[clusterOfCell[end]] == stratum) end++;
            var stride = end - from;
            if (z.Length < stride * points) z = new double[stride * points];
            var present = Influence(source, from, end, shares, weight, z);
            if (present > 0 && total.Enter(stratum, present) is var factor and not 0)
                AddProducts(z, stride, present, Design.ClustersInStratum[stratum], total.Matrix, factor);
            from = end;
        }
        return total.Finish();
    }

    /// <summary>
    /// Σw·(1[value] − share)/W for each cluster with weight, a column for each value; returns how many clusters there are.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Influence(ReadOnlySpan<double> source, int from, int to, double[] shares, double weight, double[] columns)
    {
        int points = shares.Length, stride = to - from, present = 0;
        var perWeight = 1 / weight;
        ref var slots = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), from * points);
        ref var share = ref MemoryMarshal.GetArrayDataReference(shares);
        for (var c = from; c < to; c++)
        {
            double all = 0;
            for (var v = 0; v < points; v++) all += Unsafe.Add(ref slots, v);
            if (all > 0)
            {
                ref var z = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(columns), present++);
                for (var v = 0; v < points; v++)
                    Unsafe.Add(ref z, v * stride) = (Unsafe.Add(ref slots, v) - Unsafe.Add(ref share, v) * all) * perWeight;
            }
            slots = ref Unsafe.Add(ref slots, points);
        }
        return present;
    }

    /// <summary>
    /// Adds factor·Σ(z−c)(z−c)′ over all clusters of a stratum to the lower triangle; those that are not there have z = 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProducts(double[] columns, int stride, int present, int clusters, double[,] matrix, double factor)
    {
        int points = matrix.GetLength(0), absent = clusters - present;
        Span<double> centre = stackalloc double[points];
        for (var v = 0; v < points; v++)
        {
            var column = columns.AsSpan(v * stride, present);
            if (clusters > 1) VectorLoops.Subtract(column, centre[v] = VectorLoops.Sum(column) / clusters);
            for (var k = 0; k <= v; k++)
                matrix[v, k] += factor * (VectorLoops.Dot(column, columns.AsSpan(k * stride, present)) + absent * centre[v] * centre[k]);
        }
    }
}
