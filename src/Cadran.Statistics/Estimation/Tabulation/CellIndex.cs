namespace Cadran.Statistics.Estimation;

/// <summary>Which cell of the small tables each row belongs to, when rows are their own clusters.</summary>
/// <param name="CellOfRow">Null when there is one cell.</param>
/// <param name="StratumOfCell">Stratum of each cell.</param>
/// <param name="BucketStart">Where each bucket's cells start, with the end of the last.</param>
/// <remarks>A cell is a (group, stratum) pair that occurs, in order of group then stratum, so that a group's cells are contiguous.
/// The bucket after the last group takes the rows that are in none; overall figures need them.</remarks>
internal sealed record CellIndex(int[]? CellOfRow, int[] StratumOfCell, int[] BucketStart)
{
    public int Buckets => BucketStart.Length - 1;
    public int Cells => StratumOfCell.Length;

    /// <exception cref="ArgumentException">A grouping of another length.</exception>
    public static CellIndex Build(Design design, Factor? by)
    {
        if (by is not null && by.Rows != design.Rows)
            throw new ArgumentException($"The grouping has {by.Rows} rows, the design {design.Rows}.", nameof(by));
        if (design.StratumOfRow is null && by is null) return new(null, [0], [0, 1]);
        var groups = by?.Levels ?? 0;
        var bucket = by is null ? new int[design.Rows] : Array.ConvertAll(by.Array, group => group < 0 ? groups : group);
        var pairs = CodePairs.Of(bucket, groups + 1, design.StratumOfRow ?? new int[design.Rows], Math.Max(1, design.Strata));
        var start = new int[groups + 2];
        foreach (var b in pairs.First) start[b + 1]++;
        for (var b = 0; b <= groups; b++) start[b + 1] += start[b];
        return new(pairs.OfRow, pairs.Second, start);
    }
}
