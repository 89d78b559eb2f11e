namespace Cadran.Statistics.Estimation;

/// <summary>Which cell of the small tables each row belongs to, when rows are their own clusters.</summary>
/// <remarks>
/// A cell is a (group, stratum) pair that occurs, in order of group then stratum, so that a group's cells are contiguous.
/// The bucket after the last group takes the rows that are in none; overall figures need them.
/// </remarks>
internal sealed class CellIndex
{
    public required int Buckets { get; init; }
    public required int Cells { get; init; }
    /// <summary>Null when there is one cell.</summary>
    public required int[]? CellOfRow { get; init; }
    /// <summary>The stratum of each cell, and where each bucket's cells start.</summary>
    public int[] StratumOfCell { get; init; } = [];
    public int[] BucketStart { get; init; } = [];

    public static CellIndex Build(Design design, Factor? by)
    {
        if (by is not null && by.Rows != design.Rows)
            throw new ArgumentException($"The grouping has {by.Rows} rows, the design {design.Rows}.", nameof(by));
        if (design.StratumOfRow is null && by is null)
            return new() { Buckets = 1, Cells = 1, CellOfRow = null, StratumOfCell = [0], BucketStart = [0, 1] };
        return Of(design.Rows, design.StratumOfRow, Math.Max(1, design.Strata), by, (by?.Levels ?? 0) + 1);
    }

    private static CellIndex Of(int rows, int[]? stratumOfRow, int strata, Factor? by, int buckets)
    {
        var cell = new int[rows];
        var stratumOfCell = new List<int>();
        var start = new int[buckets + 1];
        if ((long)strata * buckets <= 4L * rows + 4_000_000)
        {
            var id = new int[strata * buckets];
            for (int i = 0; i < rows; i++) { cell[i] = Bucket(i) * strata + Stratum(i); id[cell[i]] = 1; }
            for (int b = 0, k = 0; b < buckets; b++)
            {
                for (int c = 0; c < strata; c++, k++)
                    if (id[k] != 0) { id[k] = stratumOfCell.Count; stratumOfCell.Add(c); }
                start[b + 1] = stratumOfCell.Count;
            }
            for (int i = 0; i < rows; i++) cell[i] = id[cell[i]];
        }
        else
        {
            var keys = new long[rows];
            var row = new int[rows];
            for (int i = 0; i < rows; i++) { keys[i] = (long)Bucket(i) * strata + Stratum(i); row[i] = i; }
            Array.Sort(keys, row);
            long last = -1;
            for (int i = 0; i < rows; i++)
            {
                if (keys[i] != last)
                {
                    last = keys[i];
                    stratumOfCell.Add((int)(last % strata));
                    start[last / strata + 1] = stratumOfCell.Count;
                }
                cell[row[i]] = stratumOfCell.Count - 1;
            }
            for (int b = 1; b <= buckets; b++) if (start[b] == 0) start[b] = start[b - 1];
        }
        return new()
        {
            Buckets = buckets,
            Cells = stratumOfCell.Count,
            CellOfRow = cell,
            StratumOfCell = [.. stratumOfCell],
            BucketStart = start,
        };

        int Stratum(int i) => stratumOfRow is null ? 0 : stratumOfRow[i];
        int Bucket(int i) => by is null || by.Array[i] < 0 ? buckets - 1 : by.Array[i];
    }
}
