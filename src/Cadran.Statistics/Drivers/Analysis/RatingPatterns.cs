namespace Cadran.Statistics.Drivers;

/// <summary>
/// Complete rows collapsed to their distinct driver ratings: a model of ratings needs no more than these and their weights.
/// </summary>
internal sealed class RatingPatterns
{
    public RatingPatterns(DriverData data, bool[] complete, int ratings)
    {
        int[] rows = [.. Enumerable.Range(0, data.Rows).Where(i => complete[i])];
        var distinct = DistinctRows.OfCodes([.. data.Drivers.Select(d => (Codes(d.Span, rows), ratings))], rows.Length);
        Count = distinct.First.Length;
        Ratings = [.. data.Drivers.Select(d => Array.ConvertAll(distinct.First, k => d.Span[rows[k]]))];
        OfRow = new int[data.Rows];
        Array.Fill(OfRow, -1);
        Weight = new double[Count];
        WeightByOverall = new double[Count * ratings];
        var overall = data.Overall.Span;
        for (var k = 0; k < rows.Length; k++)
        {
            var (pattern, w) = (distinct.PatternOfRow[k], data.Design.Weight(rows[k]));
            OfRow[rows[k]] = pattern;
            Weight[pattern] += w;
            WeightByOverall[(pattern * ratings) + overall[rows[k]]] += w;
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

    private static int[] Codes(ReadOnlySpan<sbyte> ratings, int[] rows)
    {
        var codes = new int[rows.Length];
        for (var k = 0; k < codes.Length; k++) codes[k] = ratings[rows[k]];
        return codes;
    }
}
