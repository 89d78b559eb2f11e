using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Weighted least squares of overall on all drivers, from cross-products.</summary>
/// <param name="Intercept">Predicted overall rating when every driver is 0 (often outside the scale).</param>
/// <param name="Coefficients">In the order of the drivers.</param>
/// <param name="RSquared">Weighted share of variance explained, in [0, 1].</param>
/// <param name="ConditionIndex">Square root of largest over smallest eigenvalue of the drivers' correlation matrix;
/// above 30 is severe collinearity (Belsley). Infinite when singular.</param>
public sealed record DriverRegression(
    DriverCoefficient Intercept,
    IReadOnlyList<DriverCoefficient> Coefficients,
    double RSquared,
    double ConditionIndex)
{
    internal static DriverRegression Fit(
        DriverData data, bool[] complete, Presence present, RandomGroups groups, CrossProducts cross, CorrelationTable moments)
    {
        var p = data.Drivers.Count;
        var (inverse, aliased) = SymmetricMatrix.InverseOf(moments.DriverCorrelation());
        var withOverall = moments.OverallCorrelation();
        var standardised = SymmetricMatrix.Times(inverse, withOverall);

        var scale = new double[p];
        for (var j = 0; j < p; j++) scale[j] = aliased[j] ? 0 : 1 / Math.Sqrt(moments.SumOfSquares[j]);
        var slopes = new double[p];
        var intercept = moments.Mean[p];
        var rSquared = 0.0;
        for (var j = 0; j < p; j++)
        {
            slopes[j] = standardised[j] * Math.Sqrt(moments.SumOfSquares[p]) * scale[j];
            intercept -= slopes[j] * moments.Mean[j];
            rSquared += standardised[j] * withOverall[j];
        }

        var scores = new RegressionScores(slopes, moments, cross.Shift);
        var bread = new double[p, p];
        for (var j = 0; j < p; j++)
            for (var k = 0; k < p; k++)
                bread[j, k] = inverse[j, k] * scale[j] * scale[k];
        var errors = scores.Errors(data, complete, present, groups, cross, bread);
        var coefficients = new DriverCoefficient[p];
        for (var j = 0; j < p; j++)
            coefficients[j] = aliased[j]
                ? new DriverCoefficient(double.NaN, double.NaN, double.NaN, double.PositiveInfinity)
                : new DriverCoefficient(slopes[j], errors[j + 1], standardised[j], inverse[j, j]);
        return new DriverRegression(new DriverCoefficient(intercept, errors[0], double.NaN, double.NaN), coefficients, rSquared,
            ConditionIndexOf(moments));
    }

    private static double ConditionIndexOf(CorrelationTable moments)
    {
        var (values, _) = SymmetricMatrix.Eigen(moments.DriverCorrelation());
        return values[^1] > values[0] * SymmetricMatrix.Tolerance ? Math.Sqrt(values[0] / values[^1]) : double.PositiveInfinity;
    }
}
