using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Regression;

/// <summary>What a model of ratings is fitted to: complete rows, those alike in rating and columns taken together.</summary>
/// <param name="Rows">Complete rows of positive weight.</param>
/// <param name="PatternOfRow">Pattern of each of them.</param>
/// <param name="Categories">Ratings that occur, ascending.</param>
/// <param name="Category">Of each pattern, its rating's place among the categories.</param>
/// <param name="Columns">The columns, one value per pattern.</param>
/// <param name="Weights">Sum of the design weights of each pattern.</param>
internal sealed record OrdinalPatterns(int[] Rows, int[] PatternOfRow, int[] Categories, int[] Category, double[][] Columns,
    double[] Weights)
{
    /// <param name="columns">A row with NaN in any of them is left out.</param>
    /// <param name="response">Whole-number ratings; negative codes leave the row out.</param>
    /// <param name="design">The sample.</param>
    /// <exception cref="ArgumentException">Columns of unequal length, or an infinite value.</exception>
    public static OrdinalPatterns Of(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<int> response, Design design)
    {
        var rows = CompleteRows(columns, response, design);
        var ratings = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++) ratings[i] = response[rows[i]];
        double[][] x = [.. columns.Select(c => Pick(c.Span, rows))];
        var distinct = DistinctRows.Of([ratings, .. x], rows.Length);
        int[] categories = [.. distinct.First.Select(i => (int)ratings[i]).Distinct().Order()];
        return new(rows, distinct.PatternOfRow, categories,
            Array.ConvertAll(distinct.First, i => Array.BinarySearch(categories, (int)ratings[i])),
            [.. x.Select(c => Array.ConvertAll(distinct.First, i => c[i]))], distinct.Sum(Array.ConvertAll(rows, design.Weight)));
    }

    /// <summary>A value per pattern as a value per row of the design, 0 where a row is not in the model.</summary>
    public double[] Spread(double[] ofPattern, int length)
    {
        var values = new double[length];
        for (var i = 0; i < Rows.Length; i++) values[Rows[i]] = ofPattern[PatternOfRow[i]];
        return values;
    }

    /// <summary>Which rows of the design are in the model.</summary>
    public bool[] Domain(int length)
    {
        var domain = new bool[length];
        foreach (var row in Rows) domain[row] = true;
        return domain;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] CompleteRows(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<int> response, Design design)
    {
        if (response.Length != design.Rows)
            throw new ArgumentException($"The design has {design.Rows} rows, the response {response.Length}.", nameof(design));
        for (var j = 0; j < columns.Count; j++)
            if (columns[j].Length != response.Length)
                throw new ArgumentException($"Column {j} has {columns[j].Length} rows, the response {response.Length}.", nameof(columns));
        var complete = new bool[response.Length];
        for (var i = 0; i < complete.Length; i++) complete[i] = response[i] >= 0 && design.Weight(i) > 0;
        for (var j = 0; j < columns.Count; j++)
        {
            var column = columns[j].Span;
            for (var i = 0; i < column.Length; i++)
            {
                if (double.IsInfinity(column[i]) && complete[i])
                    throw new ArgumentException($"Row {i} of column {j} is infinite.", nameof(columns));
                complete[i] &= !double.IsNaN(column[i]);
            }
        }
        var (rows, kept) = (new int[complete.Length], 0);
        for (var i = 0; i < complete.Length; i++)
        {
            rows[kept] = i;
            if (complete[i]) kept++;
        }
        return kept == rows.Length ? rows : rows[..kept];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Pick(ReadOnlySpan<double> column, int[] rows)
    {
        var picked = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++) picked[i] = column[rows[i]];
        return picked;
    }
}
