namespace Cadran.Statistics.Estimation;

/// <summary>Which cell of the small tables each row belongs to.</summary>
/// <remarks>
/// A cell is a (group, unit) pair that occurs, the unit being the cluster, or the stratum when rows are their own clusters. Cells are in
/// order of group then unit, so that a group's cells are contiguous and its clusters come stratum by stratum.
/// The bucket after the last group takes the rows that are in none; overall figures need them.
/// </remarks>
internal sealed class CellIndex
{
    public required int Buckets { get; init; }
    public required int Cells { get; init; }
    /// <summary>Null when there is one cell.</summary>
    public required int[]? CellOfRow { get; init; }
    /// <summary>The cluster (or stratum) of each cell, and where each bucket's cells start.</summary>
    public int[] UnitOfCell { get; init; } = [];
    public int[] BucketStart { get; init; } = [];
    /// <summary>The group of each row, negative for none; null without groups.</summary>
    public int[]? GroupOfRow { get; init; }

    public static CellIndex Build(Design design, Factor? by)
    {
        if (by is not null && by.Rows != design.Rows)
            throw new ArgumentException($"The grouping has {by.Rows} rows, the design {design.Rows}.", nameof(by));
        bool clustered = design.IsClustered && !design.NeedsRows;
        var unitOfRow = clustered ? design.ClusterOfRow : design.StratumOfRow;
        if (unitOfRow is null && by is null)
            return new() { Buckets = 1, Cells = 1, CellOfRow = null, UnitOfCell = [0], BucketStart = [0, 1] };
        return Of(design.Rows, unitOfRow, clustered ? design.Clusters : Math.Max(1, design.Strata), by, (by?.Levels ?? 0) + 1);
    }

    private static CellIndex Of(int rows, int[]? unitOfRow, int units, Factor? by, int buckets)
    {
        var cell = new int[rows];
        var unitOfCell = new List<int>();
        var start = new int[buckets + 1];
        if ((long)units * buckets <= 4L * rows + 4_000_000)
        {
            var id = new int[units * buckets];
            for (int i = 0; i < rows; i++) { cell[i] = Bucket(i) * units + Unit(i); id[cell[i]] = 1; }
            for (int b = 0, k = 0; b < buckets; b++)
            {
                for (int c = 0; c < units; c++, k++)
                    if (id[k] != 0) { id[k] = unitOfCell.Count; unitOfCell.Add(c); }
                start[b + 1] = unitOfCell.Count;
            }
            for (int i = 0; i < rows; i++) cell[i] = id[cell[i]];
        }
        else
        {
            var keys = new long[rows];
            var row = new int[rows];
            for (int i = 0; i < rows; i++) { keys[i] = (long)Bucket(i) * units + Unit(i); row[i] = i; }
            Array.Sort(keys, row);
            long last = -1;
            for (int i = 0; i < rows; i++)
            {
                if (keys[i] != last)
                {
                    last = keys[i];
                    unitOfCell.Add((int)(last % units));
                    start[last / units + 1] = unitOfCell.Count;
                }
                cell[row[i]] = unitOfCell.Count - 1;
            }
            for (int b = 1; b <= buckets; b++) if (start[b] == 0) start[b] = start[b - 1];
        }
        return new()
        {
            Buckets = buckets,
            Cells = unitOfCell.Count,
            CellOfRow = cell,
            UnitOfCell = [.. unitOfCell],
            BucketStart = start,
            GroupOfRow = by?.Array,
        };

        int Unit(int i) => unitOfRow is null ? 0 : unitOfRow[i];
        int Bucket(int i) => by is null || by.Array[i] < 0 ? buckets - 1 : by.Array[i];
    }
}
