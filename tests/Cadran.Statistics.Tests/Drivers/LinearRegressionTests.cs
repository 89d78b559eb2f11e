using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: R 4.2.2 lm and survey 4.1-1 svyglm.</summary>
public class LinearRegressionTests
{
    private static readonly string[] Attitude = ["complaints", "privileges", "learning", "raises", "critical", "advance"];

    [Fact]
    public void Attitude_FitAndDiagnostics_MatchLm()
    {
        var table = Oracle.Data("base_attitude.csv");
        var fit = LinearRegression.Fit([.. Attitude.Select(c => (ReadOnlyMemory<double>)table.Numbers(c))], table.Numbers("rating"));
        Close.To([10.7870763857098, 0.613187607809699, -0.0730501430995275, 0.32033211637611, 0.0817321335319664, 0.0383814473020531, -0.217056681586501], fit.Coefficients, 1e-12);
        Close.To([11.5892572444882, 0.160983114891304, 0.135724690214353, 0.168520318578051, 0.221477677375194, 0.146995442242874, 0.178209471070454], fit.ModelErrors, 1e-12);
        Close.To(0.732601992531149, fit.RSquared, 1e-12);
        Close.To(0.662845990582754, fit.AdjustedRSquared, 1e-12);
        Close.To(7.06799376499668, fit.ResidualDeviation, 1e-12);
        Close.To([0.670725204411728, -0.073427427665584, 0.308870243656923, 0.0698117150313684, 0.0311997486054348, -0.183464450043865], fit.Standardised, 1e-11);
        Close.To([2.66706030825785, 1.600891407384, 2.27104315804566, 3.07822621819102, 1.22810896720675, 1.95159079115008], fit.Vif, 1e-11);
        Close.To([1, 1.77460863369471, 2.03816867715927, 2.39499055652182, 3.16066163842773, 4.06536215481548], fit.ConditionIndices, 1e-11);
    }

    [Fact]
    public void Apistrat_DesignErrors_MatchSvyglm()
    {
        var table = Oracle.Data("survey_apistrat.csv");
        var design = Design.From(new DesignColumns { Strata = table.Factor("stype"), Weights = table.Numbers("pw"), Population = table.Numbers("fpc") });
        var fit = LinearRegression.Fit([table.Numbers("ell"), table.Numbers("meals"), table.Numbers("mobility")], table.Numbers("api00"), table.Numbers("pw"));
        Close.To([820.887315905623, -0.480586612171951, -3.14153530998456, 0.225713210229637], fit.Coefficients, 1e-11);
        Close.To([10.0777359498854, 0.391973403222528, 0.283946506416502, 0.393218362022529], fit.DesignErrors(design), 1e-11);
    }

    [Fact]
    public void Apiclus1_Estimates_HaveTheIntervalsOfSvyglm()
    {
        var table = Oracle.Data("survey_apiclus1.csv");
        var design = Design.From(new DesignColumns { Clusters = table.Factor("dnum"), Weights = table.Numbers("pw"), Population = table.Numbers("fpc") });
        var fit = LinearRegression.Fit([table.Numbers("ell"), table.Numbers("meals"), table.Numbers("mobility")], table.Numbers("api00"), table.Numbers("pw"));
        var estimates = fit.Estimates(design);
        // Reference: R survey 4.1-1, confint(svyglm(api00 ~ ell + meals + mobility)), df.residual 11.
        Assert.All(estimates, e => Assert.Equal((11.0, 183), (e.DegreesOfFreedom, e.Respondents)));
        Close.To([772.200041809738877, -1.229849654363503, -3.7352609174902172, -1.148178520190394], [.. estimates.Select(e => e.Interval()!.Value.Low)], 1e-9);
        Close.To([866.3580604685116668, 0.1964060949965426, -2.5111476123085321, 0.8103391558160606], [.. estimates.Select(e => e.Interval()!.Value.High)], 1e-9);
        var one = LinearRegression.Fit([table.Numbers("ell"), table.Numbers("ell")], table.Numbers("api00"), table.Numbers("pw"));
        Assert.Equal(SuppressionReason.Undefined, one.Estimates(design)[2].Suppressed!.Reason);
        Assert.Equal(SuppressionReason.LoneCluster, one.Estimates(Design.From(new DesignColumns { Strata = table.Factor("dnum"), Clusters = table.Factor("dnum") }))[0].Suppressed!.Reason);
    }

    [Fact]
    public void DuplicateRows_SameCoefficientsAsDoubleWeights()
    {
        var table = Oracle.Data("base_attitude.csv");
        var columns = Attitude.Select(table.Numbers).ToArray();
        var y = table.Numbers("rating");
        var weights = y.Select((_, i) => i < 5 ? 2.0 : 1.0).ToArray();
        var doubled = LinearRegression.Fit([.. columns.Select(c => (ReadOnlyMemory<double>)c.Concat(c.Take(5)).ToArray())], y.Concat(y.Take(5)).ToArray());
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
        Assert.Contains($"Row 1 has weight {weight.ToString(System.Globalization.CultureInfo.InvariantCulture)}", e.Message, StringComparison.Ordinal);
    }
}
