using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Estimation;

/// <summary>The rows of a clustered design in order of group, then cluster, then row.</summary>
/// <remarks>A cell is a (group, cluster) pair that occurs; its rows stand side by side, so that a group is counted into a
/// table small enough for the processor's cache. The bucket after the last group takes the rows that are in none; overall
/// figures need them.</remarks>
internal sealed class ClusterCells
{
    private ClusterCells(int[] rows, double[]? weights, int[] cellOfRow, int[] rowStart, int[] cluster, int[] cellStart) =>
        (Rows, Weights, CellOfRow, RowStart, Cluster, CellStart) = (rows, weights, cellOfRow, rowStart, cluster, cellStart);

    public int Buckets => CellStart.Length - 1;
    /// <summary>Row numbers in order, and their weights; null when all weights are 1.</summary>
    public int[] Rows { get; }
    public double[]? Weights { get; }
    /// <summary>For each row in order, its cell, counted from 0 in its bucket.</summary>
    public int[] CellOfRow { get; }
    /// <summary>Where each bucket's rows start, with the end of the last.</summary>
    public int[] RowStart { get; }
    public int[] Cluster { get; }
    /// <summary>Where each bucket's cells start, with the end of the last.</summary>
    public int[] CellStart { get; }

    /// <summary>The cluster of each cell of a bucket, in order and so stratum by stratum.</summary>
    public ReadOnlySpan<int> ClustersOf(int bucket) => Cluster.AsSpan(CellStart[bucket]..CellStart[bucket + 1]);

    /// <exception cref="ArgumentException">A grouping of another length.</exception>
    public static ClusterCells Build(Design design, Factor by)
    {
        if (by.Rows != design.Rows)
            throw new ArgumentException($"The grouping has {by.Rows} rows, the design {design.Rows}.", nameof(by));
        // Sorted by cluster, then by bucket, each time keeping the order there was.
        int[] clusterStart = Starts(design.ClusterOfRow!, design.Clusters, 0), bucketStart = Starts(by.Array, by.Levels + 1, by.Levels);
        var sorted = Sort(design.ClusterOfRow!, clusterStart);
        var (rows, clusterOf, weights) = Sort(sorted, clusterStart, by.Array, bucketStart, design.WeightArray);
        var cluster = new List<int>();
        var cellStart = new int[bucketStart.Length];
        for (var b = 0; b <= by.Levels; b++)
        {
            var last = -1;
            for (var i = bucketStart[b]; i < bucketStart[b + 1]; i++)
            {
                if (clusterOf[i] != last) cluster.Add(last = clusterOf[i]);
                clusterOf[i] = cluster.Count - 1 - cellStart[b];
            }
            cellStart[b + 1] = cluster.Count;
        }
        return new(rows, weights, clusterOf, bucketStart, [.. cluster], cellStart);
    }

    /// <summary>
    /// Where the rows of each key start when sorted, with the end of the last; negative keys count as <paramref name="negative"/>.
    /// </summary>
    private static int[] Starts(int[] keyOfRow, int keys, int negative)
    {
        var start = new int[keys + 1];
        foreach (var key in keyOfRow) start[(key < 0 ? negative : key) + 1]++;
        for (var key = 0; key < keys; key++) start[key + 1] += start[key];
        return start;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Sort(int[] keyOfRow, int[] start)
    {
        int[] next = [.. start], sorted = new int[keyOfRow.Length];
        for (var row = 0; row < keyOfRow.Length; row++) sorted[next[keyOfRow[row]]++] = row;
        return sorted;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Rows, int[] ClusterOf, double[]? Weights) Sort(
        int[] byCluster, int[] clusterStart, int[] groupOfRow, int[] bucketStart, double[]? weightOfRow)
    {
        int[] next = [.. bucketStart], rows = new int[byCluster.Length], clusterOf = new int[byCluster.Length];
        var weights = weightOfRow is null ? null : new double[byCluster.Length];
        var none = bucketStart.Length - 2;
        for (var cluster = 0; cluster < clusterStart.Length - 1; cluster++)
            for (var i = clusterStart[cluster]; i < clusterStart[cluster + 1]; i++)
            {
                int row = byCluster[i], at = next[groupOfRow[row] < 0 ? none : groupOfRow[row]]++;
                rows[at] = row;
                clusterOf[at] = cluster;
                if (weights is not null) weights[at] = weightOfRow![row];
            }
        return (rows, clusterOf, weights);
    }
}
