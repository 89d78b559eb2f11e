namespace Cadran.Statistics.Drivers;

/// <summary>Means and covariances of a multivariate normal estimated from incomplete rows by expectation-maximisation.</summary>
/// <param name="Means">One per column.</param>
/// <param name="Covariance">Maximum likelihood (divisor: the sum of weights), symmetric.</param>
/// <param name="Rows">Rows with at least one value.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Converged">False when the largest change was still above the tolerance at the last step:
/// little overlap between columns.</param>
/// <remarks>Valid when values are missing at random given the observed ones. "Not applicable" is not missing: there is no true
/// value to recover, so such ratings must not be passed as NaN (docs/methods/missing-values.md). Oracle: an independent EM in R and
/// lavaan FIML on mice::nhanes, 1e-7.</remarks>
public sealed record MissingValues(IReadOnlyList<double> Means, double[,] Covariance, int Rows, int Iterations, bool Converged)
{
    /// <summary>
    /// Importance from the estimated correlations, the last column being the overall rating. A constant column gets none.
    /// </summary>
    /// <exception cref="InvalidOperationException">Fewer than two columns, or a column without any value.</exception>
    public RelativeImportance Importance()
    {
        if (Means.Count < 2 || Means.Any(double.IsNaN))
            throw new InvalidOperationException("Importance needs two columns or more, each with values.");
        var correlation = new double[Means.Count, Means.Count];
        for (var a = 0; a < Means.Count; a++)
            for (var b = 0; b < Means.Count; b++)
            {
                var scale = Math.Sqrt(Covariance[a, a] * Covariance[b, b]);
                correlation[a, b] = !(scale > 0) ? 0 : a == b ? 1 : Covariance[a, b] / scale;
            }
        var (drivers, overall) = RelativeImportance.Split(correlation);
        return RelativeImportance.FromCorrelation(drivers, overall);
    }

    /// <summary>Fits the normal distribution to all rows, complete or not.</summary>
    /// <param name="columns">Values, NaN where missing.</param>
    /// <param name="weights">Finite and at least zero; empty: all one.</param>
    /// <param name="tolerance">Largest change of any mean or covariance at which to stop, relative to the column's deviations.</param>
    /// <param name="maximumIterations">Most steps.</param>
    /// <returns>NaN means and covariances for a column without any value.</returns>
    /// <exception cref="ArgumentException">Columns of unequal length, an infinite value, a weight that cannot be.</exception>
    public static MissingValues Fit(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<double> weights = default,
        double tolerance = 1e-13, int maximumIterations = 100_000)
    {
        var rows = Check(columns, weights);
        return new ExpectationMaximisation(columns, weights.ToArray(), rows).Run(tolerance, maximumIterations);
    }

    /// <summary>Number of rows of columns that can be used together.</summary>
    internal static int Check(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var rows = columns.Count == 0 ? 0 : columns[0].Length;
        for (var j = 0; j < columns.Count; j++)
        {
            if (columns[j].Length != rows)
                throw new ArgumentException($"Column {j} has {columns[j].Length} rows, column 0 has {rows}.", nameof(columns));
            var infinite = columns[j].Span.IndexOfAny(double.PositiveInfinity, double.NegativeInfinity);
            if (infinite >= 0) throw new ArgumentException($"Row {infinite} of column {j} is infinite.", nameof(columns));
            Magnitude.Check(columns[j].Span, nameof(columns));
        }
        if (!weights.IsEmpty && weights.Length != rows)
            throw new ArgumentException($"{weights.Length} weights for {rows} rows.", nameof(weights));
        DesignValidation.CheckWeights(weights);
        return rows;
    }
}
