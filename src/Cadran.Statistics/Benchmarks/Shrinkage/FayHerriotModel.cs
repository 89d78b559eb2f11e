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
        if (variances.Length != direct.Length)
            throw new ArgumentException($"{variances.Length} variances for {direct.Length} units.", nameof(variances));
        if (covariates is not null && covariates.GetLength(0) != direct.Length)
            throw new ArgumentException($"{covariates.GetLength(0)} rows of covariates for {direct.Length} units.", nameof(covariates));
        foreach (var value in direct)
            if (!double.IsFinite(value))
                throw new ArgumentOutOfRangeException(nameof(direct), value, "Direct estimates are finite; leave out units without one.");
        foreach (var value in variances)
            if (!(value > 0) || double.IsInfinity(value))
                throw new ArgumentOutOfRangeException(nameof(variances), value, "Sampling variances are finite and above zero.");
        var columns = 1 + (covariates?.GetLength(1) ?? 0);
        if (direct.Length <= columns)
            throw new ArgumentException($"{direct.Length} units cannot carry {columns} coefficients and a variance.", nameof(direct));
        foreach (var value in covariates ?? new double[0, 0])
            if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(covariates), value, "Covariates are finite.");
        var x = Matrix<double>.Build.Dense(direct.Length, columns, (u, k) => k == 0 ? 1 : covariates![u, k - 1]);
        if (new HouseholderQr(x.ToColumnArrays(), Collinear).Rank < columns)
            throw new ArgumentException("The covariates are collinear.", nameof(covariates));
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
