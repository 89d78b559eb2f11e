using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Weighted least squares of overall on all drivers, from cross-products.</summary>
/// <param name="Intercept">Predicted overall rating when every driver is 0 (often outside the scale).</param>
/// <param name="Coefficients">In the order of the drivers.</param>
/// <param name="RSquared">Weighted share of variance explained, in [0, 1].</param>
/// <param name="ConditionIndex">Square root of largest over smallest eigenvalue of the drivers' correlation matrix;
/// 30 or more is severe. Infinite when singular. Of centred ratings: Belsley, Kuh and Welsch's marks are for columns that were not.</param>
public sealed record DriverRegression(
    DriverCoefficient Intercept,
    IReadOnlyList<DriverCoefficient> Coefficients,
    double RSquared,
    double ConditionIndex)
{
    /// <summary>1 − (1 − R²)(n − 1)/(n − p − 1): what would be left of R² if chance had its part taken off. n are the effective people,
    /// (Σw)²/Σw², and p the drivers that have a coefficient. Below zero where chance explains more; NaN when n is p + 1 or less.</summary>
    public double AdjustedRSquared { get; init; } = double.NaN;

    /// <summary>F test of all coefficients but the intercept against zero, on p and n − p − 1 degrees of freedom with the effective people
    /// n of <see cref="AdjustedRSquared"/>. Clusters are not counted: with few of them there would be no test left.</summary>
    public Comparison.Significance Explains { get; init; } = Comparison.Significance.Not(SuppressionReason.Undefined);

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
            ConditionIndexOf(moments)).Tested(EffectivePeople(data, complete), aliased.Count(a => !a));
    }

    private DriverRegression Tested(double people, int drivers)
    {
        var left = people - drivers - 1;
        if (!(left > 0) || drivers == 0)
            return this with { Explains = Comparison.Significance.Not(SuppressionReason.NoDegreesOfFreedom, "too few effective people") };
        var f = RSquared / drivers / (Math.Max(0, 1 - RSquared) / left);
        return this with
        {
            AdjustedRSquared = 1 - ((1 - RSquared) * (people - 1) / left),
            Explains = new(f, Distributions.FisherF.Upper(f, drivers, left), drivers, left),
        };
    }

    private static double EffectivePeople(DriverData data, bool[] complete)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < complete.Length; i++)
        {
            if (!complete[i]) continue;
            var w = data.Design.Weight(i);
            sum += w;
            squares += w * w;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    private static double ConditionIndexOf(CorrelationTable moments)
    {
        var (values, _) = SymmetricMatrix.Eigen(moments.DriverCorrelation());
        return values[^1] > values[0] * SymmetricMatrix.Tolerance ? Math.Sqrt(values[0] / values[^1]) : double.PositiveInfinity;
    }
}
