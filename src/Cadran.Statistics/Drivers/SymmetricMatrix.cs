namespace Cadran.Statistics.Drivers;

/// <summary>Small dense symmetric systems (tens of variables): eigenvalues and inverses with explicit rank decisions.</summary>
internal static class SymmetricMatrix
{
    /// <summary>Below this share of its own variance left unexplained, a variable counts as an exact combination of others.
    /// It matches R's <c>lm</c> default (1e-7 on norms), up to a safety factor for sums made from cross-products.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>Eigenvalues and orthonormal eigenvectors (columns) by cyclic Jacobi rotations, in descending order.</summary>
    public static (double[] Values, double[,] Vectors) Eigen(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var v = new double[n, n];
        for (var i = 0; i < n; i++) v[i, i] = 1;
        for (var sweep = 0; sweep < 100 && OffDiagonal(a) > 0; sweep++)
            for (var p = 0; p < n - 1; p++)
                for (var q = p + 1; q < n; q++)
                    Rotate(a, v, p, q);
        var order = Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).ToArray();
        var vectors = new double[n, n];
        for (var c = 0; c < n; c++)
            for (var r = 0; r < n; r++)
                vectors[r, c] = v[r, order[c]];
        return (order.Select(i => a[i, i]).ToArray(), vectors);
    }

    /// <summary>Inverse of a correlation-scaled matrix (unit diagonal) over the variables that are not exact combinations
    /// of earlier ones; rows and columns of the others are zero and flagged.</summary>
    public static (double[,] Inverse, bool[] Aliased) InverseOf(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var aliased = new bool[n];
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
                a[i, j] = aliased[i] || aliased[j] ? 0 : -a[i, j];
        return (a, aliased);
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

    private static double OffDiagonal(double[,] a)
    {
        var (off, scale) = (0.0, 0.0);
        for (var i = 0; i < a.GetLength(0); i++)
            for (var j = 0; j < a.GetLength(0); j++)
                if (i == j) scale += a[i, i] * a[i, i];
                else off += a[i, j] * a[i, j];
        return off > scale * 1e-34 ? off : 0;
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (a[p, q] == 0) return;
        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        var n = a.GetLength(0);
        for (var k = 0; k < n; k++)
        {
            var (kp, kq) = (a[k, p], a[k, q]);
            a[k, p] = (c * kp) - (s * kq);
            a[k, q] = (s * kp) + (c * kq);
        }
        for (var k = 0; k < n; k++)
        {
            var (pk, qk) = (a[p, k], a[q, k]);
            a[p, k] = (c * pk) - (s * qk);
            a[q, k] = (s * pk) + (c * qk);
            var (vp, vq) = (v[k, p], v[k, q]);
            v[k, p] = (c * vp) - (s * vq);
            v[k, q] = (s * vp) + (c * vq);
        }
        a[p, q] = a[q, p] = 0;
    }
}
