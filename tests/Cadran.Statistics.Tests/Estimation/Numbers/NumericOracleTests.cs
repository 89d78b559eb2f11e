using Cadran.Statistics.Estimation;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Estimation;

/// <summary>Means, totals, ratios and quantiles against R survey 4.1-1 (survey_R.json), 1e-10 relative.</summary>
public class NumericOracleTests
{
    private static Reference R => Values("survey_R.json");

    [Fact]
    public void Mean_SimpleRandomWithPopulation()
    {
        var t = Api.Srs;
        Api.Match(R, "srs_mean_api00", Numeric.Mean(Api.DesignSrs(t), t.Numbers("api00")));
        // Without a weight column the weights follow from the populations.
        var noWeights = Design.From(new() { Population = t.Numbers("fpc") });
        Api.Match(R, "srs_mean_api00", Numeric.Mean(noWeights, t.Numbers("api00")));
        Near(6194, noWeights.SumOfWeights, 1e-12);
    }

    [Fact]
    public void MeanTotalRatio_Stratified()
    {
        var t = Api.Strat;
        var design = Api.DesignStrat(t);
        var mean = Numeric.Mean(design, t.Numbers("api00"));
        Api.Match(R, "strat_mean_api00", mean);
        Assert.Equal(R.Numbers("degf")[0], mean.DegreesOfFreedom);
        var interval = mean.Interval()!.Value;
        Near(R.Numbers("confint_strat_api00_t")[0], interval.Low, 1e-9);
        Near(R.Numbers("confint_strat_api00_t")[1], interval.High, 1e-9);
        Api.Match(R, "strat_total_enroll", Numeric.Total(design, t.Numbers("enroll")));
        Api.Match(R, "strat_ratio", Numeric.Ratio(design, t.Numbers("api.stu"), t.Numbers("enroll")));
        Near(R.Number("strat_deff_api00"), Numeric.DesignEffect(design, t.Numbers("api00")), 1e-10);
        Near(R.Number("strat_deffreplace_api00"), Numeric.DesignEffect(design, t.Numbers("api00"), withReplacement: true), 1e-10);
    }

    [Fact]
    public void Mean_ByStratum()
    {
        var t = Api.Strat;
        var design = Api.DesignStrat(t);
        var expected = R.GetProperty("strat_by_stype");
        for (var g = 0; g < 3; g++)
        {
            var level = expected.GetProperty("level")[g].GetString()!;
            var domain = t.Text("stype").Select(s => s == level).ToArray();
            var mean = Numeric.Mean(design, t.Numbers("api00"), domain);
            Near(expected.Numbers("est")[g], mean.Value, 1e-10);
            Near(expected.Numbers("se")[g], mean.StandardError, 1e-10);
            Assert.Equal(domain.Count(d => d) - 1, mean.DegreesOfFreedom);
        }
    }

    [Fact]
    public void Mean_OneStageClusters()
    {
        var t = Api.Clus1;
        var design = Api.DesignClus1(t);
        var mean = Numeric.Mean(design, t.Numbers("api00"));
        Api.Match(R, "clus1_mean_api00", mean);
        Assert.Equal(R.Numbers("degf")[1], mean.DegreesOfFreedom);
        Api.Match(R, "clus1_domain_E", Numeric.Mean(design, t.Numbers("api00"), [.. t.Text("stype").Select(s => s == "E")]));
        Near(R.Number("clus1_deff"), Numeric.DesignEffect(design, t.Numbers("api00")), 1e-10);
    }

    [Fact]
    public void MeanAndTotal_TwoStagesWithPopulations()
    {
        var t = Api.Clus2;
        var design = Api.DesignClus2(t);
        Assert.Equal(R.Numbers("degf")[2], design.DegreesOfFreedom);
        Api.Match(R, "clus2_mean_api00", Numeric.Mean(design, t.Numbers("api00")));
        Api.Match(R, "clus2_total_enroll", Numeric.Total(design, t.Numbers("enroll")));
    }

    [Theory]
    [InlineData("sch.wide", "Yes", "ciprop_clus1_schwide_beta")]
    [InlineData("ell", "0", "ciprop_clus1_ell0_beta")]
    public void KornGraubard(string column, string value, string key)
    {
        var t = Api.Clus1;
        var share = Numeric.Mean(Api.DesignClus1(t), [.. t.Text(column).Select(s => s == value ? 1.0 : 0)]);
        var expected = R.Numbers(key);
        var actual = ProportionInterval.KornGraubard(share)!.Value;
        Near(expected[0], share.Value, 1e-10);
        Near(expected[1], actual.Low, 1e-9);
        Near(expected[2], actual.High, 1e-9);
    }

    [Fact]
    public void Quantiles_WoodruffMean()
    {
        var t = Api.Strat;
        var design = Api.DesignStrat(t);
        var expected = R.GetProperty("svyquantile_strat_math");
        double[] p = [.25, .5, .75];
        for (var k = 0; k < 3; k++)
        {
            var q = Quantile.Of(design, t.Numbers("api00"), p[k]);
            Assert.Equal(expected[k][0].GetDouble(), q.Value);
            Assert.Equal(expected[k][1].GetDouble(), q.Interval!.Value.Low);
            Assert.Equal(expected[k][2].GetDouble(), q.Interval.Value.High);
            Near(expected[k][3].GetDouble(), q.StandardError, 1e-10);
        }
    }

    // R 4.2.2, survey 4.1-1: svycontrast on svyby(…, covmat = TRUE), Golden/differences.R.
    [Fact]
    public void Differences_OfTotalsAndRatios()
    {
        var s = Api.Strat;
        var stratified = Api.DesignStrat(s);
        bool[] yes = [.. s.Text("comp.imp").Select(v => v == "Yes")], no = [.. s.Text("comp.imp").Select(v => v == "No")];
        Expect(509332.8671398163, 259592.5154259644, Numeric.DifferenceOfTotals(stratified, s.Numbers("enroll"), yes, no));
        Expect(.03367384608790769, .01667984722056516,
            Numeric.DifferenceOfRatios(stratified, s.Numbers("api.stu"), s.Numbers("enroll"), yes, no));
        var c = Api.Clus1;
        var clustered = Api.DesignClus1(c);
        bool[] e = [.. c.Text("stype").Select(v => v == "E")], h = [.. c.Text("stype").Select(v => v == "H")];
        Expect(1574122.257266998, 543746.8557520281, Numeric.DifferenceOfTotals(clustered, c.Numbers("enroll"), e, h));
        var ratios = Numeric.DifferenceOfRatios(clustered, c.Numbers("api.stu"), c.Numbers("enroll"), e, h);
        Expect(.02319898384402297, .0246899261786399, ratios);
        Assert.Equal(13, ratios.DegreesOfFreedom);
        Assert.Equal(SuppressionReason.Undefined,
            Numeric.DifferenceOfRatios(clustered, c.Numbers("api.stu"), new double[c.Rows], e, h).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Empty,
            Numeric.DifferenceOfTotals(clustered, c.Numbers("enroll"), new bool[c.Rows], h).Suppressed!.Reason);

        static void Expect(double value, double error, Estimate actual)
        {
            Near(value, actual.Value, 1e-10);
            Near(error, actual.StandardError, 1e-10);
        }
    }

    [Fact]
    public void Tabulation_AndNumeric_AgreeOnTheSameItem()
    {
        var t = CmtSynth.Wave(1);
        var design = CmtSynth.DesignOf(t);
        var channel = t.Factor("channel");
        var table = Tabulation.Of(design, [CmtSynth.Item(t, "fairness")], channel)[0];
        for (var g = 0; g < channel.Levels; g++)
        {
            var a = table.Group(g).Mean();
            var b = Numeric.Mean(design, t.Numbers("fairness"), [.. Enumerable.Range(0, t.Rows).Select(i => channel.Codes[i] == g)]);
            Near(b.Value, a.Value, 1e-12);
            Near(b.StandardError, a.StandardError, 1e-11);
            Assert.Equal(b.DegreesOfFreedom, a.DegreesOfFreedom);
            Assert.Equal(b.Respondents, a.Respondents);
        }
    }
}
