namespace Cadran.Statistics.Estimation;

/// <summary>Which cell of the small tables each row belongs to.</summary>
/// <remarks>
/// In a clustered design a cell is a (group, cluster) pair that occurs, in order of group then cluster, so that a group's cells
/// are contiguous and its clusters come stratum by stratum. Otherwise a cell is any (stratum, group) pair, occurring or not.
/// The bucket after the last group takes the rows that are in none; overall figures need them.
/// </remarks>
internal sealed class CellIndex
{
    public required int Buckets { get; init; }
    public required int Cells { get; init; }
    /// <summary>Null when there is one cell.</summary>
    public required int[]? CellOfRow { get; init; }
    /// <summary>Clustered designs: the cluster of each cell, and where each bucket's cells start.</summary>
    public int[] ClusterOfCell { get; init; } = [];
    public int[] BucketStart { get; init; } = [];
    public int[] BucketOfCell { get; init; } = [];

    public static CellIndex Build(Design design, Factor? by)
    {
        if (by is not null && by.Rows != design.Rows)
            throw new ArgumentException($"The grouping has {by.Rows} rows, the design {design.Rows}.", nameof(by));
        int groups = by?.Levels ?? 0, buckets = groups + 1;
        return design.IsClustered && !design.NeedsRows ? OfClusters(design, by, buckets) : OfStrata(design, by, buckets);
    }

    private static CellIndex OfStrata(Design design, Factor? by, int buckets)
    {
        int cells = Math.Max(1, design.Strata) * buckets;
        if (design.StratumOfRow is null && by is null) return new() { Buckets = 1, Cells = cells, CellOfRow = null };
        var cell = new int[design.Rows];
        for (int i = 0; i < cell.Length; i++)
        {
            int group = by is null ? 0 : by.Array[i];
            if (group < 0) group = buckets - 1;
            cell[i] = (design.StratumOfRow is null ? 0 : design.StratumOfRow[i]) * buckets + group;
        }
        return new() { Buckets = buckets, Cells = cells, CellOfRow = cell };
    }

    private static CellIndex OfClusters(Design design, Factor? by, int buckets)
    {
        var clusterOfRow = design.ClusterOfRow!;
        int clusters = design.Clusters, rows = design.Rows;
        var cell = new int[rows];
        var clusterOfCell = new List<int>();
        var start = new int[buckets + 1];
        if ((long)clusters * buckets <= 4L * rows + 4_000_000)
        {
            var id = new int[clusters * buckets];
            for (int i = 0; i < rows; i++) { cell[i] = Bucket(i) * clusters + clusterOfRow[i]; id[cell[i]] = 1; }
            for (int b = 0, k = 0; b < buckets; b++)
            {
                for (int c = 0; c < clusters; c++, k++)
                    if (id[k] != 0) { id[k] = clusterOfCell.Count; clusterOfCell.Add(c); }
                start[b + 1] = clusterOfCell.Count;
            }
            for (int i = 0; i < rows; i++) cell[i] = id[cell[i]];
        }
        else
        {
            var keys = new long[rows];
            var row = new int[rows];
            for (int i = 0; i < rows; i++) { keys[i] = (long)Bucket(i) * clusters + clusterOfRow[i]; row[i] = i; }
            Array.Sort(keys, row);
            long last = -1;
            for (int i = 0; i < rows; i++)
            {
                if (keys[i] != last)
                {
                    last = keys[i];
                    clusterOfCell.Add((int)(last % clusters));
                    start[last / clusters + 1] = clusterOfCell.Count;
                }
                cell[row[i]] = clusterOfCell.Count - 1;
            }
            for (int b = 1; b <= buckets; b++) if (start[b] == 0) start[b] = start[b - 1];
        }
        var bucketOfCell = new int[clusterOfCell.Count];
        for (int b = 0; b < buckets; b++) bucketOfCell.AsSpan(start[b], start[b + 1] - start[b]).Fill(b);
        return new()
        {
            Buckets = buckets, Cells = clusterOfCell.Count, CellOfRow = cell,
            ClusterOfCell = [.. clusterOfCell], BucketStart = start, BucketOfCell = bucketOfCell,
        };

        int Bucket(int i) => by is null || by.Array[i] < 0 ? buckets - 1 : by.Array[i];
    }
}
