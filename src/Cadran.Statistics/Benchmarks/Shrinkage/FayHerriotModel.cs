using Cadran.Statistics.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics.Benchmarks;

/// <summary>Data of a Fay–Herriot fit.</summary>
internal sealed class FayHerriotModel
{
    private const double Collinear = 1e-12;

    private readonly Vector<double> y, v;
    private readonly Matrix<double> x;

    private FayHerriotModel(Vector<double> y, Vector<double> v, Matrix<double> x) => (this.y, this.v, this.x) = (y, v, x);

    public double MedianVariance { get; private init; }

    /// <summary>What the estimates were divided by.</summary>
    public double Unit { get; private init; }

    public Vector<double> Direct => y;

    public Vector<double> Variances => v;

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
        foreach (var value in covariates ?? new double[0, 0])
            if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(covariates), value, "Covariates are finite.");
        var x = Matrix<double>.Build.Dense(direct.Length, columns, (u, k) => k == 0 ? 1 : covariates![u, k - 1]);
        if (new HouseholderQr(x.ToColumnArrays(), Collinear).Rank < columns) throw new ArgumentException("The covariates are collinear.", nameof(covariates));
        var sorted = variances.ToArray();
        Array.Sort(sorted);
        // In units near the usual error, so that powers of a variance neither overflow nor vanish; a power of two keeps every digit.
        var exponent = Math.ILogB(Math.Sqrt(sorted[sorted.Length / 2]));
        return new(Vector<double>.Build.DenseOfEnumerable(direct.ToArray().Select(y => Math.ScaleB(y, -exponent))),
            Vector<double>.Build.DenseOfEnumerable(variances.ToArray().Select(v => Math.ScaleB(v, -2 * exponent))), x)
        {
            MedianVariance = Math.ScaleB(sorted[sorted.Length / 2], -2 * exponent),
            Unit = Math.ScaleB(1, exponent),
        };
    }

    /// <summary>Generalised least squares for a given variance between units.</summary>
    public FayHerriotFit At(double between)
    {
        double[] w = [.. v.Select(value => 1 / (value + between))], root = Array.ConvertAll(w, Math.Sqrt);
        double[] Weighted(IEnumerable<double> column) => [.. column.Zip(root, (a, b) => a * b)];
        var qr = new HouseholderQr([.. x.EnumerateColumns().Select(Weighted)], 0);
        var beta = Vector<double>.Build.DenseOfArray(qr.Solve(Weighted(y)).Coefficients);
        return new(x, w, y, beta, Matrix<double>.Build.DenseOfArray(qr.InverseOfNormal()));
    }
}

/// <summary>Quantities of the likelihood at one value of the variance between units.</summary>
internal sealed class FayHerriotFit
{
    private readonly Matrix<double> x, inverse;
    private readonly double[] weights, leverage;
    private readonly Vector<double> residual;

    /// <param name="inverse">(X'WX)^-1.</param>
    public FayHerriotFit(Matrix<double> x, double[] w, Vector<double> y, Vector<double> beta, Matrix<double> inverse)
    {
        (this.x, this.inverse, weights, Beta) = (x, inverse, w, beta);
        Fitted = x * beta;
        residual = y - Fitted;
        leverage = [.. (x * inverse).PointwiseMultiply(x).RowSums()];
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
            var squares = weights.Sum(w => w * w);
            var cubes = weights.Select((w, u) => w * w * w * leverage[u]).Sum();
            var product = inverse * x.TransposeThisAndMultiply(Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount, (u, k) => weights[u] * weights[u] * x[u, k]));
            return 0.5 * (squares - 2 * cubes + (product * product).Trace());
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
            return (h - (weights.Length - x.ColumnCount)) / slope;
        }
    }
}
