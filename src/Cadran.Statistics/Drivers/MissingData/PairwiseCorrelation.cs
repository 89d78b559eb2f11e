namespace Cadran.Statistics.Drivers;

/// <summary>Correlations from the rows that answered each pair of columns, made into a matrix that could come from data.</summary>
/// <param name="Correlation">Symmetric, in [−1, 1]; diagonal 1, or 0 for a constant column. NaN throughout when suppressed.</param>
/// <param name="Rows">Rows behind each correlation, unweighted; the diagonal counts a column's own values.</param>
/// <param name="SmallestEigenvalue">Before any change. Below zero no complete data can have these correlations:
/// they come from different people.</param>
/// <param name="Projected">True when negative eigenvalues were set to zero and the diagonal brought back to 1. Say
/// so beside any result.</param>
/// <param name="LargestChange">Largest change of a correlation by the projection; above 0.05 pairwise
/// correlations are a bad idea for these data.</param>
/// <param name="Suppressed">Two columns never answered together.</param>
/// <remarks>Uses more rows than complete cases, but the rows differ from one correlation to the next, so no error can be given. EM
/// (<see cref="MissingValues"/>) is better founded. Oracle: R 4.2.2 <c>cor(use = "pairwise")</c>,
/// <c>cov.wt</c>, <c>eigen</c>; 1e-12.</remarks>
public sealed record PairwiseCorrelation(
    double[,] Correlation, int[,] Rows, double SmallestEigenvalue, bool Projected, double LargestChange, Suppression? Suppressed = null)
{
    /// <summary>Correlation of each pair of columns from the rows that have both.</summary>
    /// <param name="columns">Values, NaN where missing; a rating that does not apply is not missing
    /// (docs/methods/missing-values.md).</param>
    /// <param name="weights">Finite and at least zero; empty: all one.</param>
    /// <exception cref="ArgumentException">No column, columns of unequal length, an infinite value, a weight that cannot be.</exception>
    public static PairwiseCorrelation Of(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        MissingValues.Check(columns, weights);
        var p = columns.Count;
        if (p == 0) throw new ArgumentException("A correlation needs columns.", nameof(columns));
        var (r, rows) = (new double[p, p], new int[p, p]);
        Suppression? problem = null;
        for (var a = 0; a < p; a++)
            for (var b = a; b < p; b++)
            {
                (r[a, b], rows[a, b]) = Pair(columns[a].Span, columns[b].Span, weights);
                (r[b, a], rows[b, a]) = (r[a, b], rows[a, b]);
                if (rows[a, b] < 2)
                    problem ??= new(SuppressionReason.TooFewRespondents,
                        a == b ? $"column {a} has {rows[a, b]} values" : $"columns {a} and {b} are answered together {rows[a, b]} times");
            }
        if (problem is not null)
        {
            for (var a = 0; a < p; a++) for (var b = 0; b < p; b++) r[a, b] = double.NaN;
            return new(r, rows, double.NaN, false, double.NaN, problem);
        }
        return Project(r, rows);
    }

    /// <summary>The nearest thing to the matrix that complete data can have: negative eigenvalues at zero, unit diagonal.</summary>
    /// <param name="correlation">Symmetric with a diagonal of ones, or zero for a constant column.</param>
    internal static PairwiseCorrelation Project(double[,] correlation, int[,] rows)
    {
        var p = correlation.GetLength(0);
        var (values, vectors) = SymmetricMatrix.Eigen(correlation);
        if (values[^1] >= -1e-12 * Math.Max(1, values[0])) return new(correlation, rows, values[^1], false, 0);
        var projected = new double[p, p];
        for (var k = 0; k < p && values[k] > 0; k++)
            for (var a = 0; a < p; a++)
                for (var b = 0; b < p; b++) projected[a, b] += values[k] * vectors[a, k] * vectors[b, k];
        double[] scale =
            [.. Enumerable.Range(0, p).Select(j => projected[j, j] > 0 && correlation[j, j] > 0 ? 1 / Math.Sqrt(projected[j, j]) : 0)];
        var change = 0.0;
        for (var a = 0; a < p; a++)
            for (var b = 0; b < p; b++)
            {
                projected[a, b] = a == b ? correlation[a, a] : projected[a, b] * scale[a] * scale[b];
                change = Math.Max(change, Math.Abs(projected[a, b] - correlation[a, b]));
            }
        return new(projected, rows, values[^1], true, change);
    }

    /// <summary>Importance with the last column as the overall rating; it carries no error of its own.</summary>
    /// <exception cref="InvalidOperationException">Fewer than two columns, or suppressed.</exception>
    public RelativeImportance Importance()
    {
        if (Correlation.GetLength(0) < 2 || Suppressed is not null)
            throw new InvalidOperationException($"Importance needs two columns or more that are answered together. {Suppressed}");
        var (drivers, overall) = RelativeImportance.Split(Correlation);
        return RelativeImportance.FromCorrelation(drivers, overall);
    }

    private static (double Correlation, int Rows) Pair(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        var (n, total, mx, my) = (0, 0.0, 0.0, 0.0);
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var w = weights.IsEmpty ? 1 : weights[i];
            if (double.IsNaN(x[i]) || double.IsNaN(y[i]) || w == 0) continue;
            // West's update: one pass, no cancellation.
            n++;
            total += w;
            var (dx, dy) = (x[i] - mx, y[i] - my);
            mx += dx * w / total;
            my += dy * w / total;
            xx += w * dx * (x[i] - mx);
            yy += w * dy * (y[i] - my);
            xy += w * dx * (y[i] - my);
        }
        return (xx > 0 && yy > 0 ? Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1) : 0, n);
    }
}
