namespace Cadran.Statistics.Regression;

/// <summary>Weighted least squares by Householder QR of sqrt(w)-scaled columns, refined in twice the working precision.</summary>
/// <remarks>Oracle: NIST StRD linear regression (all sets), R <c>lm</c> and <c>svyglm</c>.</remarks>
public static class LinearRegression
{
    private const double DefaultTolerance = 1e-12;

    /// <summary>Fits the response on the columns.</summary>
    /// <param name="columns">Explanatory columns, without the intercept.</param>
    /// <param name="response">What is explained; as many rows as the columns.</param>
    /// <param name="weights">Finite, at least zero; rows of weight zero do not count. Empty: all one.</param>
    /// <param name="intercept">Whether to fit a constant.</param>
    /// <param name="tolerance">A column whose part not explained by earlier ones is smaller than this share of its norm is aliased.</param>
    /// <returns>All-NaN coefficients when there are no rows; errors NaN without degrees of freedom.</returns>
    /// <exception cref="ArgumentException">Columns of unequal length, a value that is not finite, a weight that is
    /// negative or not finite.</exception>
    public static LinearFit Fit(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<double> response, ReadOnlySpan<double> weights =
        default, bool intercept = true, double tolerance = DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Check(columns, response, weights);
        var n = response.Length;
        var w = weights.IsEmpty ? Enumerable.Repeat(1.0, n).ToArray() : weights.ToArray();
        var terms = columns.Select(c => c.ToArray()).ToList();
        if (intercept) terms.Insert(0, Enumerable.Repeat(1.0, n).ToArray());
        if (n == 0) return Empty(terms.Count);

        var root = Array.ConvertAll(w, Math.Sqrt);
        var qr = new HouseholderQr([.. terms.Select(c => Times(c, root))], tolerance);
        var y = response.ToArray();
        var (coefficients, _) = qr.Solve(Times(y, root));
        // Of the rounded coefficients, so that they are exactly those a reader of the coefficients would compute.
        double[] residuals = [.. y.Select((v, i) => new DoubleDouble(v).SubtractSum(terms, i, coefficients).Value)];
        var bread = qr.InverseOfNormal();
        for (var j = 0; j < coefficients.Length; j++)
            if (qr.Aliased[j]) coefficients[j] = double.NaN;

        var counted = w.Count(v => v > 0);
        var df = counted - qr.Rank;
        var residualSum = WeightedSquares(residuals, w, 0);
        var totalSum = WeightedSquares(y, w, intercept ? Mean(y, w) : 0);
        var sigma = df > 0 ? Math.Sqrt(residualSum / df) : double.NaN;
        var errors = Enumerable.Range(0, coefficients.Length)
            .Select(j => qr.Aliased[j] ? double.NaN : sigma * Math.Sqrt(bread[j, j])).ToArray();
        var rSquared = totalSum > 0 ? 1 - (residualSum / totalSum) : double.NaN;
        var (vif, indices) = Collinearity(columns, w);
        return new LinearFit(coefficients, errors, rSquared, sigma, df, residuals)
        {
            AdjustedRSquared = df > 0 ? 1 - ((1 - rSquared) * (counted - (intercept ? 1 : 0)) / df) : double.NaN,
            Vif = vif,
            ConditionIndices = indices,
            Standardised = Standardise(columns, coefficients[(intercept ? 1 : 0)..], y, w),
            Bread = bread,
            Terms = [.. terms],
            Weights = w,
        };
    }

    private static (double[] Vif, double[] Indices) Collinearity(IReadOnlyList<ReadOnlyMemory<double>> columns, double[] w)
    {
        var p = columns.Count;
        if (p == 0) return ([], []);
        var deviations = columns.Select(c => Standard(c.Span, w)).ToArray();
        var r = new double[p, p];
        for (var a = 0; a < p; a++)
            for (var b = 0; b < p; b++)
                for (var i = 0; i < w.Length; i++)
                    r[a, b] += w[i] * deviations[a][i] * deviations[b][i];
        var (inverse, aliased) = SymmetricMatrix.InverseOf(r);
        var (values, _) = SymmetricMatrix.Eigen(r);
        return ([.. Enumerable.Range(0, p).Select(j => aliased[j] ? double.PositiveInfinity : inverse[j, j])],
            [.. values.Select(v => v > values[0] * SymmetricMatrix.Tolerance ? Math.Sqrt(values[0] / v) : double.PositiveInfinity)]);
    }

    private static double[] Standard(ReadOnlySpan<double> column, double[] w)
    {
        var values = column.ToArray();
        var mean = Mean(values, w);
        var norm = Math.Sqrt(WeightedSquares(values, w, mean));
        return Array.ConvertAll(values, v => norm > 0 ? (v - mean) / norm : 0);
    }

    private static double[] Standardise(IReadOnlyList<ReadOnlyMemory<double>> columns, double[] slopes, double[] y, double[] w)
    {
        var overall = Math.Sqrt(WeightedSquares(y, w, Mean(y, w)));
        return [.. columns.Select((c, j) =>
        {
            var values = c.ToArray();
            return slopes[j] * Math.Sqrt(WeightedSquares(values, w, Mean(values, w))) / overall;
        })];
    }

    private static double Mean(double[] values, double[] w)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < w.Length; i++)
        {
            sum += w[i] * values[i];
            total += w[i];
        }
        var mean = sum / total;
        // Second pass: what rounding left over in the first (large offsets, small spread).
        var rest = 0.0;
        for (var i = 0; i < w.Length; i++) rest += w[i] * (values[i] - mean);
        return mean + (rest / total);
    }

    private static double WeightedSquares(double[] values, double[] w, double centre)
    {
        var sum = 0.0;
        for (var i = 0; i < w.Length; i++) sum += w[i] * (values[i] - centre) * (values[i] - centre);
        return sum;
    }

    private static double[] Times(double[] a, double[] b)
    {
        var product = new double[a.Length];
        for (var i = 0; i < a.Length; i++) product[i] = a[i] * b[i];
        return product;
    }

    private static LinearFit Empty(int count)
    {
        var none = Enumerable.Repeat(double.NaN, count).ToArray();
        return new LinearFit(none, none, double.NaN, double.NaN, 0, []);
    }

    internal static void Check(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<double> response, ReadOnlySpan<double> weights)
    {
        for (var j = 0; j < columns.Count; j++)
        {
            if (columns[j].Length != response.Length)
                throw new ArgumentException(
                    $"Column {j} has {columns[j].Length} rows, the response has {response.Length}.", nameof(columns));
            CheckFinite(columns[j].Span, $"column {j}");
        }
        CheckFinite(response, "the response");
        if (!weights.IsEmpty && weights.Length != response.Length)
            throw new ArgumentException($"There are {weights.Length} weights for {response.Length} rows.", nameof(weights));
        DesignValidation.CheckWeights(weights);
    }

    private static void CheckFinite(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) throw new ArgumentException($"Row {i} of {name} is {values[i]}.", nameof(values));
        Magnitude.Check(values, nameof(values));
    }
}
