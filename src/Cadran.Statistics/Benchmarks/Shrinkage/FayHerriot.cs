namespace Cadran.Statistics.Benchmarks;

/// <summary>Units' direct estimates pulled towards what similar units have, the more the less precise they are.</summary>
/// <param name="Between">A: variance of the true values around the regression, at least 0.</param>
/// <param name="Coefficients">Regression of the true values on the covariates.</param>
/// <param name="Values">Shrunken estimates: B_u x_u'β + (1 − B_u) y_u.</param>
/// <param name="Shrinkage">B_u = v_u / (v_u + A) in [0, 1]: 0 keeps the direct estimate, 1 replaces it.</param>
/// <param name="MeanSquaredError">Of the shrunken estimates (Prasad and Rao 1990; Datta and Lahiri 2000),
/// in squared units of the estimates.</param>
/// <param name="LogLikelihood">At the estimates, full likelihood.</param>
/// <param name="Converged">False when the variance had not settled after the allowed iterations.</param>
/// <remarks>Model: y_u = x_u'β + u_u + e_u with known sampling variances v_u. Source: Fay and Herriot 1979; Rao and Molina 2015.
/// Oracle: R sae 1.3, eblupFH, milk data, all three methods, 1e-7.</remarks>
public sealed record FayHerriot(
    double Between, IReadOnlyList<double> Coefficients, IReadOnlyList<double> Values, IReadOnlyList<double> Shrinkage,
    IReadOnlyList<double> MeanSquaredError, double LogLikelihood, bool Converged)
{
    private const int MostIterations = 1000;

    /// <summary>Fits the model and shrinks each unit towards what it predicts.</summary>
    /// <param name="direct">Direct estimate of each unit, finite.</param>
    /// <param name="variances">Its sampling variance (squared standard error), above 0.</param>
    /// <param name="covariates">One row per unit without the constant, which is added; null for the common mean alone.</param>
    /// <param name="method">REML by default.</param>
    /// <exception cref="ArgumentException">Unequal lengths, no more units than coefficients, collinear covariates, an estimate that is not
    /// finite, a variance not above zero.</exception>
    public static FayHerriot Fit(ReadOnlySpan<double> direct, ReadOnlySpan<double> variances, double[,]? covariates = null,
        VarianceMethod method = VarianceMethod.Reml)
    {
        var model = FayHerriotModel.From(direct, variances, covariates);
        var (between, converged) = Solve(model, method);
        var fit = model.At(between);
        var (m, unit) = (direct.Length, model.Unit);
        double[] values = new double[m], shrinkage = new double[m], error = new double[m];
        // Asymptotic variance of the estimated variance; the moment estimator's is larger.
        var spread = method == VarianceMethod.Moments
            ? 2 * m / Square(fit.Weights.Sum())
            : 2 / fit.Weights.Sum(Square);
        var bias = Bias(fit, method, m);
        for (var u = 0; u < m; u++)
        {
            var v = model.Variances[u];
            var b = v / (v + between);
            shrinkage[u] = b;
            values[u] = unit * (b * fit.Fitted[u] + (1 - b) * model.Direct[u]);
            error[u] = unit * unit * (between * b + b * b * fit.Leverage(u) + 2 * b * b / (v + between) * spread - bias * b * b);
        }
        double likelihood = 0;
        for (var u = 0; u < m; u++)
            likelihood -= 0.5 * (Math.Log(2 * Math.PI / fit.Weights[u]) + fit.Weights[u] * Square(model.Direct[u] - fit.Fitted[u]))
                + Math.Log(unit);
        return new(unit * unit * between, [.. fit.Beta.Select(beta => unit * beta)], values, shrinkage, error, likelihood, converged);
    }

    private static (double Between, bool Converged) Solve(FayHerriotModel model, VarianceMethod method)
    {
        var (a, last) = (model.MedianVariance, double.PositiveInfinity);
        for (var i = 0; i < MostIterations; i++)
        {
            var step = Step(model.At(a), method);
            // A step across the boundary is halved, because scoring overshoots there; near it the boundary itself decides.
            var near = a < 1e-6 * model.MedianVariance;
            if (a + step < 0 && near && Step(model.At(0), method) <= 0) return (0, true);
            var next = a + step < 0 ? a / 2 : a + step;
            var move = Math.Abs(next - a) / (a + model.MedianVariance);
            // With many units rounding keeps the last moves from getting smaller: there is nothing more to be had.
            if (move <= 1e-14 || (move <= 1e-9 && move >= last)) return (next, true);
            (a, last) = (next, move);
        }
        return (a, false);
    }

    private static double Step(FayHerriotFit fit, VarianceMethod method) => method switch
    {
        VarianceMethod.Reml => fit.RestrictedScore / fit.RestrictedInformation,
        VarianceMethod.Ml => fit.Score / fit.Information,
        _ => fit.MomentStep,
    };

    /// <summary>Bias of the variance estimate, which the error of the ML and moment versions must give back.</summary>
    private static double Bias(FayHerriotFit fit, VarianceMethod method, int m)
    {
        if (method == VarianceMethod.Reml) return 0;
        var squares = fit.Weights.Sum(Square);
        if (method == VarianceMethod.Ml) return -fit.TraceOfLeverage / squares;
        var sum = fit.Weights.Sum();
        return 2 * (m * squares - sum * sum) / (sum * sum * sum);
    }

    private static double Square(double x) => x * x;
}
