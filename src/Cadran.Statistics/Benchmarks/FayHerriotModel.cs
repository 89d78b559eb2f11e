using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics.Benchmarks;

/// <summary>Data of a Fay–Herriot fit.</summary>
internal sealed class FayHerriotModel
{
    private readonly Vector<double> y, v;
    private readonly Matrix<double> x;

    private FayHerriotModel(Vector<double> y, Vector<double> v, Matrix<double> x) => (this.y, this.v, this.x) = (y, v, x);

    public double MedianVariance { get; private init; }

    public static FayHerriotModel From(ReadOnlySpan<double> direct, ReadOnlySpan<double> variances, double[,]? covariates)
    {
        if (variances.Length != direct.Length) throw new ArgumentException($"{variances.Length} variances for {direct.Length} units.", nameof(variances));
        if (covariates is not null && covariates.GetLength(0) != direct.Length)
            throw new ArgumentException($"{covariates.GetLength(0)} rows of covariates for {direct.Length} units.", nameof(covariates));
        foreach (var value in direct)
            if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(direct), value, "Direct estimates are finite; leave out units without one.");
        foreach (var value in variances)
            if (!(value > 0) || double.IsInfinity(value)) throw new ArgumentOutOfRangeException(nameof(variances), value, "Sampling variances are finite and above zero.");
        var columns = 1 + (covariates?.GetLength(1) ?? 0);
        if (direct.Length <= columns) throw new ArgumentException($"{direct.Length} units cannot carry {columns} coefficients and a variance.", nameof(direct));
        var x = Matrix<double>.Build.Dense(direct.Length, columns, (u, k) => k == 0 ? 1 : covariates![u, k - 1]);
        if (x.Rank() < columns) throw new ArgumentException("The covariates are collinear.", nameof(covariates));
        var sorted = variances.ToArray();
        Array.Sort(sorted);
        return new(Vector<double>.Build.DenseOfArray(direct.ToArray()), Vector<double>.Build.DenseOfArray(variances.ToArray()), x)
        {
            MedianVariance = sorted[sorted.Length / 2],
        };
    }

    /// <summary>Generalised least squares for a given variance between units.</summary>
    public FayHerriotFit At(double between)
    {
        var w = v.Map(value => 1 / (value + between));
        var root = w.PointwiseSqrt();
        var qr = Matrix<double>.Build.DenseOfDiagonalVector(root).Multiply(x).QR();
        var beta = qr.Solve(root.PointwiseMultiply(y));
        return new(x, w, y, beta, qr.R);
    }
}

/// <summary>Quantities of the likelihood at one value of the variance between units.</summary>
internal sealed class FayHerriotFit
{
    private readonly Matrix<double> basis;
    private readonly double[] weights, leverage;
    private readonly Vector<double> residual;

    public FayHerriotFit(Matrix<double> x, Vector<double> w, Vector<double> y, Vector<double> beta, Matrix<double> r)
    {
        weights = w.ToArray();
        Beta = beta;
        Fitted = x * beta;
        residual = y - Fitted;
        // Rows z with z'z = x'(X'WX)^-1 x, from the triangular factor.
        basis = r.Transpose().Solve(x.Transpose()).Transpose();
        leverage = [.. basis.EnumerateRows().Select(z => z * z)];
    }

    public Vector<double> Beta { get; }

    public Vector<double> Fitted { get; }

    /// <summary>1 / (v + A).</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>Variance of the fitted value of a unit.</summary>
    public double Leverage(int unit) => leverage[unit];

    /// <summary>tr[(X'WX)^-1 X'W²X].</summary>
    public double TraceOfLeverage => weights.Select((w, u) => w * w * leverage[u]).Sum();

    public double Score => 0.5 * (weights.Select((w, u) => w * w * residual[u] * residual[u]).Sum() - weights.Sum());

    public double Information => 0.5 * weights.Sum(w => w * w);

    public double RestrictedScore => Score + 0.5 * TraceOfLeverage;

    /// <summary>½ tr(PP), with P = W − WX(X'WX)^-1X'W.</summary>
    public double RestrictedInformation
    {
        get
        {
            var cross = Matrix<double>.Build.Dense(basis.ColumnCount, basis.ColumnCount);
            double squares = 0, cubes = 0;
            for (var u = 0; u < weights.Length; u++)
            {
                var w = weights[u];
                var z = basis.Row(u);
                squares += w * w;
                cubes += w * w * w * leverage[u];
                cross += w * w * z.OuterProduct(z);
            }
            return 0.5 * (squares - 2 * cubes + cross.PointwiseMultiply(cross).RowSums().Sum());
        }
    }

    /// <summary>Newton step of Σ w r² = m − p.</summary>
    public double MomentStep
    {
        get
        {
            double h = 0, slope = 0;
            for (var u = 0; u < weights.Length; u++)
            {
                h += weights[u] * residual[u] * residual[u];
                slope += weights[u] * weights[u] * residual[u] * residual[u];
            }
            return (h - (weights.Length - basis.ColumnCount)) / slope;
        }
    }
}
