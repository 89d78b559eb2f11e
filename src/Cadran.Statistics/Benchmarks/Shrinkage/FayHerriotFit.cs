using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics.Benchmarks;

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
            var product = inverse * x.TransposeThisAndMultiply(
                Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount, (u, k) => weights[u] * weights[u] * x[u, k]));
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
