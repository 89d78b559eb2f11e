using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// The scores of a linear model, row by row: residual, and residual times each centred driver. A chunk of rows at a time,
/// in columns that stay in the nearest cache; incomplete rows score zero.
/// </summary>
internal sealed class RowScores
{
    public const int Chunk = 256;

    private readonly DriverData data;
    private readonly bool[] complete;
    private readonly double[] slopes;
    private readonly bool weighted;
    private readonly double[][] centred;
    private readonly double[] scores;

    /// <param name="mean">Of the drivers, then of overall.</param>
    public RowScores(DriverData data, bool[] complete, double[] slopes, double[] mean, bool weighted)
    {
        (this.data, this.complete, this.slopes) = (data, complete, slopes);
        this.weighted = weighted && !data.Weights.IsEmpty;
        centred = Array.ConvertAll(mean, ByCode);
        scores = new double[(slopes.Length + 1) * Chunk];
    }

    /// <summary>
    /// Column a holds the scores of term a (0 is the intercept) from place a·<see cref="Chunk"/> on. Valid until the next call.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Span<double> Of(int first, int rows)
    {
        var residual = scores.AsSpan(0, rows);
        Look(data.Overall.Span.Slice(first, rows), centred[^1], residual);
        for (var j = 0; j < slopes.Length; j++)
        {
            var column = scores.AsSpan((j + 1) * Chunk, rows);
            Look(data.Drivers[j].Span.Slice(first, rows), centred[j], column);
            VectorLoops.Add(residual, column, -slopes[j]);
        }
        if (weighted) VectorLoops.Multiply(residual, data.Weights.Span.Slice(first, rows));
        for (var i = 0; i < rows; i++)
            if (!complete[first + i]) residual[i] = 0;
        for (var j = 0; j < slopes.Length; j++)
        {
            var column = scores.AsSpan((j + 1) * Chunk, rows);
            VectorLoops.Multiply(column, residual);
        }
        return scores;
    }

    // Codes without a value (negative) index the upper half of a byte and count nothing.
    private static double[] ByCode(double mean)
    {
        var table = new double[byte.MaxValue + 1];
        for (var code = 0; code <= sbyte.MaxValue; code++) table[code] = code - mean;
        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Look(ReadOnlySpan<sbyte> codes, double[] table, Span<double> to)
    {
        for (var i = 0; i < codes.Length; i++) to[i] = table[(byte)codes[i]];
    }
}
