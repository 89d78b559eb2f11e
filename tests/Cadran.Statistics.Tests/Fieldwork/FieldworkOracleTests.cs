using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Weighting;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Fieldwork;

/// <summary>Response rates, sample sizes and representativeness against values computed in R 4.2.2 (misc_R.json).</summary>
public class FieldworkOracleTests
{
    [Fact]
    public void ResponseRates()
    {
        var d = new Dispositions(500, 40, 120, 260, 30, 200, 50, 80);
        var expected = Values("misc_R.json").Numbers("AAPOR_I500_P40_R120_NC260_O30_UH200_UO50_NE80");
        double[] actual =
            [d.E, d.RR1, d.RR2, d.RR3, d.RR4, d.RR5, d.RR6, d.Coop1, d.Coop2, d.Coop3, d.Coop4, d.Ref1, d.Ref2, d.Ref3, d.Con1,
            d.Con2, d.Con3];
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Near(expected[i], actual[i], 1e-13);
        // By hand from the definitions: 950 located out of 1200, and out of 950 + e·250.
        Near(950 / 1200.0, d.Loc1, 1e-14);
        Near(950 / (950 + 950 / 1030.0 * 250), d.Loc2, 1e-14);
    }

    [Fact]
    public void ResponseRates_Edges()
    {
        var nobody = new Dispositions(0, 0, 0, 0, 0, 0, 0, 0);
        Assert.True(double.IsNaN(nobody.RR1));
        Assert.Equal(1, nobody.E);
        Near(.5, new Dispositions(50, 0, 0, 0, 0, 100, 0, 0, EligibleShare: .5).RR3, 1e-14);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dispositions(-1, 0, 0, 0, 0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dispositions(1, 0, 0, 0, 0, 0, 0, 0, EligibleShare: 1.2));
    }

    [Fact]
    public void SampleSizes()
    {
        var expected = Values("misc_R.json").Numbers("sample_size");
        Near(expected[0], SampleSize.ForShare(.03), 1e-12);
        Near(expected[1], SampleSize.ForShare(.03, population: 5000), 1e-12);
        var margin = SampleSize.MarginOfShare(400, population: 1000);
        Near(expected[3], margin, 1e-12);
        // the same with p(1 − p) taken as the variance of the population
        Near(expected[2], margin * Math.Sqrt(399 / 400.0 * 1000 / 999), 1e-12);
        Near(expected[4], SampleSize.MarginOfShare(4023) * Math.Sqrt(4022 / 4023.0), 1e-12); // 2006: published as 1.6 points
        Near(2 * 1067.07189463726, SampleSize.ForShare(.03, designEffect: 2), 1e-12);
        // Two waves, SD 25, 5 points: 2·(1.959963984540054 + 0.8416212335729143)²·25²/5².
        Near(2 * Math.Pow(1.959963984540054 + .8416212335729143, 2) * 25, SampleSize.ForChange(5, 25), 1e-12);
        // R: (qnorm(.975)·25/2)², and 1.5·(qnorm(.95)·25/2)² out of a population of 2,000.
        Near(600.227940733457, SampleSize.ForMean(2, 25), 1e-12);
        Near(481.644387301958, SampleSize.ForMean(2, 25, population: 2000, confidence: .9, designEffect: 1.5), 1e-12);
        Assert.Equal(500, SampleSize.Invitations(100, .2));
        // R 4.2.2: 2 (qnorm(.975) + qnorm(.8))² · .25 / .05², its finite population form, and the inverse with survey's n − 1.
        Near(1569.77594686982, SampleSize.ForChangeOfShare(.05), 1e-12);
        Near(1194.87706656965, SampleSize.ForChangeOfShare(.05, population: 5000), 1e-12);
        Near(0.0768206569491374, SampleSize.DetectableChangeOfShare(400, population: 1000), 1e-12);
        Assert.Equal(0, SampleSize.DetectableChangeOfShare(1000, population: 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForChangeOfShare(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(.03, population: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Invitations(100, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Invitations(3e9, .5));
        Assert.Equal(1000, SampleSize.ForShare(1e-300, population: 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.MarginOfShare(400, share: 1.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.MarginOfShare(400, designEffect: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForChange(5, 25, designEffect: -1));
    }

    [Fact]
    public void Representativeness_BerkeleyAdmissions()
    {
        var t = Data("base_UCBAdmissions.csv");
        var expected = Values("misc_R.json").GetProperty("R_indicator_UCB");
        var n = t.Numbers("Freq");
        bool[] responded = [.. t.Text("Admit").Select(a => a == "Admitted")];
        Factor gender = t.Factor("Gender"), department = t.Factor("Dept");
        var fit = ResponsePropensity.Fit(responded, [gender, department], n);
        var r = Representativeness.Of(fit.Propensity, n, fit.SamplingVariance);
        Near(expected.Number("rhobar"), r.ResponseRate, 1e-9);
        Near(expected.Number("S"), r.Spread, 1e-9);
        Near(expected.Number("R"), r.Indicator, 1e-9);
        Near(expected.Number("CV_eq_maxbias"), r.CoefficientOfVariation, 1e-9);
        Near(expected.Number("Pu_Gender"), Representativeness.Between(fit.Propensity, gender, n), 1e-9);
        Near(expected.Number("Pu_Dept"), Representativeness.Between(fit.Propensity, department, n), 1e-9);
        // R 4.2.2, Newton's steps on glm(Admitted ~ Gender + Dept, binomial, weights = Freq) to the end: mean of
        // (p(1−p))²·x'(X'WX)⁻¹x. predict(se.fit = TRUE) gives …5642, 4e-8 less, from the weights of its last step but one.
        Near(0.000302555653050421, fit.SamplingVariance, 1e-9);
        Near(1 - 2 * Math.Sqrt(r.Spread * r.Spread - 0.000302555653050421), r.AdjustedIndicator, 1e-9);
        var parts = Representativeness.BetweenByCategory(fit.Propensity, department, n);
        Near(Math.Pow(expected.Number("Pu_Dept"), 2), parts.Sum(p => p * p), 1e-9);
        // Within a department only gender differs, and the model has almost no gender effect there.
        Assert.True(Representativeness.Within(fit.Propensity, department, n) < .02);
        Assert.True(Representativeness.Within(fit.Propensity, gender, n) > .18);
    }

    [Fact]
    public void Representativeness_Edges()
    {
        Near(1, Representativeness.Of([.4, .4, .4]).Indicator, 1e-12);
        Near(0, 1 - Representativeness.Of([0, 1, 0, 1]).Indicator - 2 * Math.Sqrt(1 / 3.0), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Representativeness.Of([.4, 1.4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Representativeness.Of([.2, .5, .9], samplingVariance: -1));
        Assert.Throws<ArgumentException>(() => Representativeness.Between([], Factor.Of(Array.Empty<string>())));
        // A cell of weight zero holds nobody: what is left is two people of one cell, 0.15 either side of its mean.
        Near(Math.Sqrt(2 * .15 * .15), Representativeness.Within([.2, .5, .9], Factor.Of(["a", "a", "b"]), [1, 1, 0]), 1e-12);
        Assert.True(double.IsNaN(Representativeness.Of([0, 0]).CoefficientOfVariation));
        // A level that no row has, as after taking some rows of a frame, changes nothing.
        Near(.5, ResponsePropensity.Fit([true, false, true, false], [Factor.FromCodes([0, 0, 2, 2], ["a", "b", "c"])]).Propensity[0], 1e-9);
        Assert.Equal(WeightingFailure.EmptyCategory,
            Assert.Throws<WeightingException>(
                () => ResponsePropensity.Fit([true, false, true, false], [Factor.Of(["a", "a", "b", "b"])], [1, 1, 0, 0])).Failure);
        Assert.Contains(
            "merge", Assert.Throws<ArgumentException>(
                () => ResponsePropensity.Fit([.. Enumerable.Range(0, 1000).Select(i => i % 2 == 0)],
                [Factor.Of([.. Enumerable.Range(0, 1000).Select(i => i / 2)])])).Message);
        var all = Assert.Throws<WeightingException>(() => ResponsePropensity.Fit([true, true, false], [Factor.Of(["a", "a", "b"])]));
        Assert.Contains("everybody", all.Message);
        Assert.Equal(WeightingFailure.EmptyCategory,
            Assert.Throws<WeightingException>(() => ResponsePropensity.Fit([true, true], [])).Failure);
        var twice = Factor.Of(["a", "a", "b", "b"]);
        var repeated = Assert.Throws<WeightingException>(() => ResponsePropensity.Fit([true, false, true, false], [twice, twice]));
        Assert.Equal(WeightingFailure.Collinear, repeated.Failure);
        Assert.Contains("Frame variable 1", repeated.Message, StringComparison.Ordinal);
        // Each variable has both outcomes in every category; together they tell who answered.
        var apart = Assert.Throws<WeightingException>(() => ResponsePropensity.Fit([true, true, false, true, false, false],
            [Factor.Of(["a", "a", "a", "b", "b", "b"]), Factor.Of(["x", "x", "y", "x", "y", "y"])]));
        Assert.Contains("answered", apart.Message);
    }
}
