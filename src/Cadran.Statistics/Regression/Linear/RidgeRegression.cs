namespace Cadran.Statistics.Regression;

/// <summary>Ridge regression over several penalties.</summary>
/// <param name="Fits">One per penalty asked for.</param>
/// <param name="HoerlKennardBaldwin">Their suggested penalty; NaN without degrees of freedom.</param>
/// <param name="LawlessWang">Theirs.</param>
/// <remarks>Columns are centred and divided by their standard deviation with divisor n, as MASS::lm.ridge. The intercept is not
/// penalised. Use it to predict with collinear drivers, not to rank them: coefficients share out an arbitrary amount.
/// Oracle: R MASS lm.ridge on attitude and swiss, 1e-10.</remarks>
public sealed record RidgeRegression(IReadOnlyList<RidgeFit> Fits, double HoerlKennardBaldwin, double LawlessWang)
{
    /// <summary>Fits the response on the columns at each penalty.</summary>
    /// <param name="columns">Explanatory columns.</param>
    /// <param name="response">As many rows as the columns.</param>
    /// <param name="penalties">Each at least zero.</param>
    /// <exception cref="ArgumentException">Columns of unequal length, a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No rows, or a penalty that is negative or not finite.</exception>
    public static RidgeRegression Fit(
        IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<double> response, params ReadOnlySpan<double> penalties)
    {
        ArgumentNullException.ThrowIfNull(columns);
        LinearRegression.Check(columns, response, default);
        var (n, p) = (response.Length, columns.Count);
        if (n == 0) throw new ArgumentOutOfRangeException(nameof(response), 0, "Ridge regression needs rows.");
        foreach (var penalty in penalties)
            if (!(penalty >= 0) || double.IsInfinity(penalty))
                throw new ArgumentOutOfRangeException(nameof(penalties), penalty, "A penalty is finite and at least zero.");

        var x = columns.Select(c => Standard.Of(c.Span, n)).ToArray();
        var y = Standard.Of(response, n);
        var gram = new double[p, p];
        var cross = new double[p];
        for (var a = 0; a < p; a++)
        {
            for (var i = 0; i < n; i++) cross[a] += x[a].Values[i] * y.Centred[i];
            for (var b = 0; b < p; b++)
                for (var i = 0; i < n; i++)
                    gram[a, b] += x[a].Values[i] * x[b].Values[i];
        }
        var (values, vectors) = SymmetricMatrix.Eigen(gram);
        var kept = values.Count(v => v > values[0] * SymmetricMatrix.Tolerance);
        var rotated = Enumerable.Range(0, p).Select(c => Enumerable.Range(0, p).Sum(k => vectors[k, c] * cross[k])).ToArray();
        var total = y.Centred.Sum(v => v * v);
        var fits = new RidgeFit[penalties.Length];
        for (var f = 0; f < fits.Length; f++) fits[f] = At(penalties[f], x, y.Mean, values, vectors, rotated, kept, total, n);

        var explained = Enumerable.Range(0, kept).Sum(c => rotated[c] * rotated[c] / values[c]);
        var variance = n > kept + 1 ? (total - explained) / (n - kept - 1) : double.NaN;
        var length = Enumerable.Range(0, kept).Sum(c => rotated[c] * rotated[c] / (values[c] * values[c]));
        // Both suggestions are in the scale of n times the correlation matrix.
        return new RidgeRegression(fits, (kept - 2) * variance / length, (kept - 2) * variance * n / explained);
    }

    private static RidgeFit At(double penalty, Standard[] x, double mean, double[] values, double[,] vectors, double[] rotated, int kept,
        double total, int n)
    {
        var p = x.Length;
        var coefficients = new double[p + 1];
        coefficients[0] = mean;
        var (traced, residual) = (0.0, total);
        for (var c = 0; c < kept; c++)
        {
            var d = values[c] + penalty;
            traced += values[c] / d;
            residual -= rotated[c] * rotated[c] * ((2 / d) - (values[c] / (d * d)));
            for (var k = 0; k < p; k++)
                if (x[k].Deviation > 0) coefficients[k + 1] += vectors[k, c] * rotated[c] / d / x[k].Deviation;
        }
        for (var k = 0; k < p; k++) coefficients[0] -= coefficients[k + 1] * x[k].Mean;
        return new RidgeFit(penalty, coefficients, residual / ((n - traced) * (n - traced)));
    }

    private sealed record Standard(double Mean, double Deviation, double[] Centred, double[] Values)
    {
        public static Standard Of(ReadOnlySpan<double> column, int rows)
        {
            if (column.Length != rows)
                throw new ArgumentException($"A column has {column.Length} rows, the response {rows}.", nameof(column));
            var values = column.ToArray();
            var mean = values.Average();
            var centred = Array.ConvertAll(values, v => v - mean);
            var deviation = Math.Sqrt(centred.Sum(v => v * v) / rows);
            return new Standard(mean, deviation, centred, Array.ConvertAll(centred, v => deviation > 0 ? v / deviation : 0));
        }
    }
}
