using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Regression;

/// <summary>Oracle: R 4.2.2 lm and survey 4.1-1 svyglm.</summary>
public class LinearRegressionTests
{
    [Fact]
    public void Apistrat_DesignErrors_MatchSvyglm()
    {
        var table = Oracle.Data("survey_apistrat.csv");
        var design =
            Design.From(
                new DesignColumns { Strata = table.Factor("stype"), Weights = table.Numbers("pw"), Population = table.Numbers("fpc") });
        var fit =
            LinearRegression.Fit([table.Numbers("ell"), table.Numbers("meals"), table.Numbers("mobility")], table.Numbers("api00"),
            table.Numbers("pw"));
        var expected = Oracle.Values("survey_R.json").GetProperty("svyglm_strat");
        Assert.Equal(["(Intercept)", "ell", "meals", "mobility"],
            expected.GetProperty("names").EnumerateArray().Select(n => n.GetString()));
        Close.To(expected.Numbers("coef"), fit.Coefficients, 1e-11);
        Close.To(expected.Numbers("se"), fit.DesignErrors(design), 1e-11);
    }

    [Fact]
    public void Apiclus1_Estimates_HaveTheIntervalsOfSvyglm()
    {
        var table = Oracle.Data("survey_apiclus1.csv");
        var design =
            Design.From(
                new DesignColumns { Clusters = table.Factor("dnum"), Weights = table.Numbers("pw"), Population = table.Numbers("fpc") });
        var fit =
            LinearRegression.Fit([table.Numbers("ell"), table.Numbers("meals"), table.Numbers("mobility")], table.Numbers("api00"),
            table.Numbers("pw"));
        var estimates = fit.Estimates(design);
        // Reference: R survey 4.1-1, confint(svyglm(api00 ~ ell + meals + mobility)), df.residual 11.
        Assert.All(estimates, e => Assert.Equal((11.0, 183), (e.DegreesOfFreedom, e.Respondents)));
        Close.To([772.200041809738877, -1.229849654363503, -3.7352609174902172, -1.148178520190394],
            [.. estimates.Select(e => e.Interval()!.Value.Low)], 1e-9);
        Close.To([866.3580604685116668, 0.1964060949965426, -2.5111476123085321, 0.8103391558160606],
            [.. estimates.Select(e => e.Interval()!.Value.High)], 1e-9);
        var one = LinearRegression.Fit([table.Numbers("ell"), table.Numbers("ell")], table.Numbers("api00"), table.Numbers("pw"));
        Assert.Equal(SuppressionReason.Undefined, one.Estimates(design)[2].Suppressed!.Reason);
        Assert.Equal(SuppressionReason.LoneCluster,
            one.Estimates(Design.From(new() { Strata = table.Factor("dnum"), Clusters = table.Factor("dnum") }))[0].Suppressed!.Reason);
    }

    [Fact]
    public void DuplicateRows_SameCoefficientsAsDoubleWeights()
    {
        var table = CmtSynth.CompleteCases();
        var columns = CmtSynth.Drivers.Select(table.Numbers).ToArray();
        var y = table.Numbers("overall");
        var weights = y.Select((_, i) => i < 5 ? 2.0 : 1.0).ToArray();
        var doubled = LinearRegression.Fit(
            [.. columns.Select(c => (ReadOnlyMemory<double>)c.Concat(c.Take(5)).ToArray())], y.Concat(y.Take(5)).ToArray());
        var weighted = LinearRegression.Fit([.. columns.Select(c => (ReadOnlyMemory<double>)c)], y, weights);
        Close.To(weighted.Coefficients, doubled.Coefficients, 1e-11);
        Close.To(weighted.RSquared, doubled.RSquared, 1e-12);
    }

    [Fact]
    public void CollinearAndConstantColumns_AreNaNAndTheRestFits()
    {
        double[] a = [1, 2, 3, 4, 6];
        var fit = LinearRegression.Fit([a, a.Select(v => (2 * v) + 1).ToArray(), new double[] { 3, 3, 3, 3, 3 }], [2, 4, 5, 9, 12.0]);
        Assert.Equal([false, false, true, true], fit.Coefficients.Select(double.IsNaN));
        Assert.True(double.IsPositiveInfinity(fit.Vif[1]));
        Close.To(LinearRegression.Fit([a], [2, 4, 5, 9, 12.0]).Coefficients[1], fit.Coefficients[1], 1e-12);
    }

    [Fact]
    public void NoRowsOrNoDegreesOfFreedom_GiveNaNErrors()
    {
        Assert.True(double.IsNaN(LinearRegression.Fit([Array.Empty<double>()], default).Coefficients[0]));
        var exact = LinearRegression.Fit([new double[] { 1, 2 }], [3, 5.0]);
        Close.To([1, 2], exact.Coefficients, 1e-14);
        Assert.All(exact.ModelErrors, e => Assert.True(double.IsNaN(e)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void BadWeight_ThrowsWithTheValue(double weight)
    {
        var e = Assert.Throws<ArgumentException>(() => LinearRegression.Fit([new double[] { 1, 2 }], [3, 5.0], [1, weight]));
        Assert.Contains($"Row 1 has weight {weight.ToString(System.Globalization.CultureInfo.InvariantCulture)}", e.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void RowsOfWeightZero_CountForNothing()
    {
        double[] x = [1, 2, 3, 4, 7, 9], y = [2, 1, 4, 3, 8, 7], w = [1, 2, 1, 3, 1, 1];
        var fit = LinearRegression.Fit([x], y, w);
        var more = LinearRegression.Fit([new double[] { 1, 2, 3, 4, 7, 9, 50, -3 }], [2, 1, 4, 3, 8, 7, -9, 99], [1, 2, 1, 3, 1, 1, 0, 0]);
        Assert.Equal((fit.DegreesOfFreedom, 4), (more.DegreesOfFreedom, more.DegreesOfFreedom));
        for (var j = 0; j < 2; j++) Oracle.Near(fit.ModelErrors[j], more.ModelErrors[j], 1e-12);
        Oracle.Near(fit.AdjustedRSquared, more.AdjustedRSquared, 1e-12);
    }

    [Fact]
    public void NumbersNobodyMeasures_AreRefused() =>
        Assert.All([1e300, 1e-300],
        unit => Assert.Throws<ArgumentException>(() => LinearRegression.Fit([new[] { unit, 2 * unit, 5 * unit }], [1, 2, 4])));
}
