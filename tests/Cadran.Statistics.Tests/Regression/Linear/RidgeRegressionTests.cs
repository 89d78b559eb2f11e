using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Regression;

/// <summary>Oracle: R MASS 7.3-58.1, <c>lm.ridge</c>.</summary>
public sealed class RidgeRegressionTests
{
    [Theory]
    [InlineData("attitude", "rating", "complaints,privileges,learning,raises,critical,advance")]
    [InlineData("swiss", "Fertility", "Agriculture,Examination,Education,Catholic,Infant.Mortality")]
    public void Ridge_MatchesLmRidge(string name, string response, string drivers)
    {
        var expected = Oracle.Values("stats_R.json").GetProperty(name + "_ridge_lambda");
        var table = Oracle.Data($"base_{name}.csv");
        var ridge =
            RidgeRegression.Fit([.. drivers.Split(',').Select(c => (ReadOnlyMemory<double>)table.Numbers(c))], table.Numbers(response),
            expected.Numbers("lambda"));
        var coefficients = expected.GetProperty("coef");
        for (var k = 0; k < 3; k++) Close.To(coefficients[k].Numbers(), ridge.Fits[k].Coefficients, 1e-11);
        Close.To(expected.Numbers("GCV"), [.. ridge.Fits.Select(f => f.Gcv)], 1e-11);
        Close.To(expected.Number("HKB"), ridge.HoerlKennardBaldwin, 1e-10);
        Close.To(expected.Number("LW"), ridge.LawlessWang, 1e-10);
    }

    [Fact]
    public void Ridge_ZeroPenaltyIsLeastSquares_AndCoefficientsShrink()
    {
        var table = CmtSynth.CompleteCases();
        ReadOnlyMemory<double>[] columns = [table.Numbers("timeliness"), table.Numbers("outcome")];
        var fits = RidgeRegression.Fit(columns, table.Numbers("overall"), 0, 5, 1e9).Fits;
        Close.To([.. LinearRegression.Fit(columns, table.Numbers("overall")).Coefficients], fits[0].Coefficients, 1e-11);
        Assert.True(Math.Abs(fits[1].Coefficients[1]) < Math.Abs(fits[0].Coefficients[1]));
        Close.To(table.Numbers("overall").Average(), fits[2].Coefficients[0], 1e-5);
    }

    [Fact]
    public void Ridge_DuplicateAndConstantColumns_HaveFiniteCoefficients()
    {
        double[] x = [1, 2, 3, 4, 6];
        var fit = RidgeRegression.Fit([x, x, new double[] { 2, 2, 2, 2, 2 }], [1, 2, 4, 4, 7.0], 0.5).Fits[0];
        Close.To(fit.Coefficients[1], fit.Coefficients[2], 1e-10);
        Assert.Equal(0, fit.Coefficients[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeRegression.Fit([x], [1, 2, 4, 4, 7.0], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeRegression.Fit([Array.Empty<double>()], default, 1));
    }
}
