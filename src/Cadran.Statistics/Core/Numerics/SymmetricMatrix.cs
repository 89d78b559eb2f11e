using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics;

/// <summary>
/// Small dense symmetric systems (tens of variables): eigenvalues, inverses and roots with explicit rank decisions. Nothing else in
/// this library solves a positive definite system.
/// </summary>
internal static class SymmetricMatrix
{
    /// <summary>
    /// Below this share of its own variance left unexplained, a variable counts as an exact combination of others. It matches R's
    /// <c>lm</c> default (1e-7 on norms), up to a safety factor for sums made from cross-products.
    /// </summary>
    public const double Tolerance = 1e-12;

    /// <summary>Eigenvalues and orthonormal eigenvectors (columns), in descending order; NaN when an entry is not finite.</summary>
    public static (double[] Values, double[,] Vectors) Eigen(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var values = new double[n];
        var vectors = new double[n, n];
        if (n == 0) return (values, vectors);
        var m = Matrix<double>.Build.DenseOfArray(matrix);
        var evd = m.Exists(x => !double.IsFinite(x)) ? null : m.Evd(Symmetricity.Symmetric);
        for (var c = 0; c < n; c++)
        {
            values[c] = evd?.EigenValues[n - 1 - c].Real ?? double.NaN;
            for (var r = 0; r < n; r++) vectors[r, c] = evd?.EigenVectors[r, n - 1 - c] ?? double.NaN;
        }
        return (values, vectors);
    }

    /// <summary>
    /// Inverse over the variables that are not exact combinations of earlier ones; rows and columns of the others
    /// are zero and flagged.
    /// </summary>
    /// <param name="matrix">Positive semi-definite: a covariance, a correlation, cross-products. Brought to unit diagonal first, so
    /// that units do not decide the rank.</param>
    public static (double[,] Inverse, bool[] Aliased) InverseOf(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = new double[n, n];
        var scale = new double[n];
        var aliased = new bool[n];
        for (var i = 0; i < n; i++) scale[i] = matrix[i, i] > 0 ? 1 / Math.Sqrt(matrix[i, i]) : 0;
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) a[i, j] = matrix[i, j] * scale[i] * scale[j];
        // Sweeping pivots in order decides aliasing exactly as sequential regression does: earlier variables win.
        for (var k = 0; k < n; k++)
        {
            if (!(a[k, k] > Tolerance))
            {
                aliased[k] = true;
                continue;
            }
            Sweep(a, k);
        }
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                a[i, j] = aliased[i] || aliased[j] ? 0 : -a[i, j] * scale[i] * scale[j];
        return (a, aliased);
    }

    /// <summary>Lower triangular L with LL′ = matrix (Cholesky); a variable that earlier ones determine gets a column of zeros.</summary>
    /// <param name="matrix">Positive semi-definite.</param>
    /// <param name="whole">Variances that <see cref="Tolerance"/> is a share of, when the matrix is what is
    /// left of them; else its own diagonal.</param>
    public static double[,] Root(double[,] matrix, double[]? whole = null)
    {
        var n = matrix.GetLength(0);
        var root = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var left = matrix[i, j];
                for (var k = 0; k < j; k++) left -= root[i, k] * root[j, k];
                if (i == j) root[i, i] = left > Tolerance * (whole?[i] ?? matrix[i, i]) ? Math.Sqrt(left) : 0;
                else root[i, j] = root[j, j] > 0 ? left / root[j, j] : 0;
            }
        return root;
    }

    public static double[] Times(double[,] matrix, ReadOnlySpan<double> vector)
    {
        var product = new double[matrix.GetLength(0)];
        for (var i = 0; i < product.Length; i++)
            for (var j = 0; j < vector.Length; j++) product[i] += matrix[i, j] * vector[j];
        return product;
    }

    /// <summary>x′M⁻¹x, as in Wald's tests; NaN when a variable is an exact combination of others.</summary>
    public static double InverseForm(double[,] matrix, ReadOnlySpan<double> x)
    {
        var (inverse, aliased) = InverseOf(matrix);
        return aliased.Contains(true) ? double.NaN : VectorLoops.Dot(x, Times(inverse, x));
    }

    private static void Sweep(double[,] a, int k)
    {
        var n = a.GetLength(0);
        var d = a[k, k];
        for (var i = 0; i < n; i++)
        {
            if (i == k) continue;
            var f = a[i, k] / d;
            for (var j = 0; j < n; j++)
                if (j != k) a[i, j] -= f * a[k, j];
        }
        for (var i = 0; i < n; i++)
        {
            if (i == k) continue;
            a[i, k] /= d;
            a[k, i] = a[i, k];
        }
        a[k, k] = -1 / d;
    }
}
