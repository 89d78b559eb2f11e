namespace Cadran.Statistics.Drivers;

/// <summary>Complete rows collapsed to their distinct driver ratings: a model of ratings needs no more than these and their weights.</summary>
internal sealed class RatingPatterns
{
    public RatingPatterns(DriverData data, bool[] complete, int ratings)
    {
        var drivers = data.Drivers.Count;
        var known = new Dictionary<UInt128, int>();
        var firstRow = new List<int>();
        OfRow = new int[data.Rows];
        for (var i = 0; i < data.Rows; i++)
        {
            OfRow[i] = -1;
            if (!complete[i]) continue;
            var key = Key(data, i);
            if (!known.TryGetValue(key, out var pattern))
            {
                known.Add(key, pattern = firstRow.Count);
                firstRow.Add(i);
            }
            OfRow[i] = pattern;
        }
        Count = firstRow.Count;
        Ratings = new sbyte[drivers][];
        for (var j = 0; j < drivers; j++)
        {
            var column = data.Drivers[j].Span;
            Ratings[j] = new sbyte[Count];
            for (var p = 0; p < Count; p++) Ratings[j][p] = column[firstRow[p]];
        }
        Weight = new double[Count];
        WeightByOverall = new double[Count * ratings];
        for (var i = 0; i < data.Rows; i++)
        {
            if (OfRow[i] < 0) continue;
            var w = data.Weights.IsEmpty ? 1 : data.Weights.Span[i];
            Weight[OfRow[i]] += w;
            WeightByOverall[(OfRow[i] * ratings) + data.Overall.Span[i]] += w;
        }
    }

    public int Count { get; }

    /// <summary>Pattern of each row; -1 for incomplete rows.</summary>
    public int[] OfRow { get; }

    /// <summary>Per driver, its rating in each pattern.</summary>
    public sbyte[][] Ratings { get; }

    public double[] Weight { get; }

    /// <summary>Weight by pattern and overall rating, pattern-major.</summary>
    public double[] WeightByOverall { get; }

    // Two 64-bit mixes side by side: two different patterns out of a million share a key with chance below 1e-26.
    private static UInt128 Key(DriverData data, int row)
    {
        var (a, b) = (0x9E3779B97F4A7C15UL, 0xC2B2AE3D27D4EB4FUL);
        for (var j = 0; j < data.Drivers.Count; j++)
        {
            var rating = (ulong)data.Drivers[j].Span[row] + 1;
            a = (a ^ rating) * 0xBF58476D1CE4E5B9UL;
            a ^= a >> 32;
            b = (b + rating) * 0x94D049BB133111EBUL;
            b ^= b >> 29;
        }
        return new UInt128(a, b);
    }
}
