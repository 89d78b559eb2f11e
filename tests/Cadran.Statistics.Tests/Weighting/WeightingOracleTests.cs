using Cadran.Statistics.Estimation;
using Cadran.Statistics.Weighting;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Weighting;

/// <summary>Weights, and errors after weighting, against R survey 4.1-1 (cmt_synth_R.json, survey_R.json).</summary>
public class WeightingOracleTests
{
    private static Reference R => Values("survey_R.json");

    private static Design RakedSynth(out Table t)
    {
        t = CmtSynth.Wave(1);
        var margins = Oracle.CmtSynth.GetProperty("w1_rake_margins");
        double[] Targets(int k) => [.. margins[k].EnumerateArray().Select(x => x.GetDouble())];
        return Raking.Apply(CmtSynth.DesignOf(t),
            [new(t.Factor("channel"), Targets(0)), new(t.Factor("lang"), Targets(1)), new(t.Factor("age"), Targets(2))]);
    }

    [Fact]
    public void Raking_SyntheticSurvey_WeightsAndErrors()
    {
        var raked = RakedSynth(out var t);
        var first = Oracle.CmtSynth.Numbers("w1_raked_w_first5");
        for (var i = 0; i < 5; i++) Near(first[i], raked.Weight(i), 1e-9);
        Near(Oracle.CmtSynth.Number("w1_raked_kish"), raked.KishDesignEffect, 1e-9);
        var overall = Tabulation.Of(raked, [CmtSynth.Item(t, "overall")])[0].Overall;
        Api.Match(Oracle.CmtSynth, "w1_raked_sqs", overall.Score(), 1e-9);
        Api.Match(Oracle.CmtSynth, "w1_raked_top2", overall.Top(), 1e-9);
        Assert.Equal(45, overall.Score().DegreesOfFreedom);
        var report = WeightReport.Of(CmtSynth.DesignOf(t), raked, [.. t.Numbers("overall").Select(v => 25 * (v - 1))]);
        Near(70.218864686999 - 70.3977305060663, report.MeanChange, 1e-7);
        Assert.True(report.SmallestFactor > 0 && report.LargestFactor < 3 && report.EffectiveSample < 1193);
    }

    [Fact]
    public void Raking_Schools()
    {
        var t = Api.Clus1;
        var raked = Raking.Apply(Api.DesignClus1(t), [new(t.Factor("stype"), [4421, 755, 1018]), new(t.Factor("sch.wide"), [1072, 5122])]);
        Api.Match(R, "rake_mean_api00", Numeric.Mean(raked, t.Numbers("api00")), 1e-9);
        Api.Match(R, "rake_total_enroll", Numeric.Total(raked, t.Numbers("enroll")), 1e-9);
        Near(R.Number("rake_kish_deff"), raked.KishDesignEffect, 1e-9);
        var cells = R.GetProperty("rake_cells");
        for (var i = 0; i < t.Rows; i++)
            Near(cells.Numbers(t.Text("sch.wide")[i])["EHM".IndexOf(t.Text("stype")[i][0])], raked.Weight(i), 1e-9);
    }

    [Fact]
    public void PostStratification_Schools()
    {
        var t = Api.Clus1;
        var design = PostStratification.Apply(Api.DesignClus1(t), new(t.Factor("stype"), [4421, 755, 1018]));
        Api.Match(R, "poststrat_mean_api00", Numeric.Mean(design, t.Numbers("api00")));
        Api.Match(R, "poststrat_total_enroll", Numeric.Total(design, t.Numbers("enroll")));
    }

    private static (Design, Table, List<double[]>, double[]) Schools(bool withScore)
    {
        var t = Api.Clus1;
        List<double[]> x =
            [[.. t.Text("stype").Select(_ => 1.0)], [.. t.Text("stype").Select(s => s == "H" ? 1.0 : 0)],
            [.. t.Text("stype").Select(s => s == "M" ? 1.0 : 0)]];
        if (withScore) x.Add(t.Numbers("api99"));
        return (Api.DesignClus1(t), t, x, withScore ? [6194, 755, 1018, 3914069] : [6194, 755, 1018]);
    }

    [Fact]
    public void Calibration_LinearOnCategories()
    {
        var (design, t, x, totals) = Schools(false);
        var calibrated = Calibration.Apply(design, x, totals, CalibrationDistance.Linear);
        Api.Match(R, "calib_linear_mean_api00", Numeric.Mean(calibrated, t.Numbers("api00")));
        Api.Match(R, "calib_linear_total_enroll", Numeric.Total(calibrated, t.Numbers("enroll")));
    }

    [Theory]
    [InlineData("linear", "calib_linear3_mean_api00", "calib_linear3_w_range", 1e-9, 1e-9)]
    [InlineData("raking", "calib_raking3_mean_api00", "calib_raking3_g_range", 1e-7, 1e-5)]
    [InlineData("logit", "calib_logit3_mean_api00", "calib_logit3_g_range", 1e-7, 1e-5)]
    public void Calibration_OnEarlierScore(string distance, string key, string range, double tolerance, double ofFactors)
    {
        var (design, t, x, totals) = Schools(true);
        var calibrated = Calibration.Apply(design, x, totals, distance switch
        {
            "linear" => CalibrationDistance.Linear,
            "raking" => CalibrationDistance.Raking,
            _ => CalibrationDistance.Logit(.1, 3.5),
        });
        Api.Match(R, key, Numeric.Mean(calibrated, t.Numbers("api00")), tolerance);
        var report = WeightReport.Of(design, calibrated);
        // The factors of R's default, which stops when a total is met to 1e-7 of it, are some 1e-6 off: the next test has those of the end.
        Near(R.Numbers(range)[0], report.SmallestFactor, ofFactors);
        Near(R.Numbers(range)[1], report.LargestFactor, ofFactors);
    }

    // R 4.2.2, survey 4.1-1: calibrate(dclus1, ~stype + api99, calfun, bounds, epsilon = 1e-13, maxit = 500); mean
    // and error of api00, range of the factors.
    [Theory]
    [InlineData("raking", 665.3937960001501, 3.437753539834834, .5342313686669663, 1.994761240738104)]
    [InlineData("logit", 665.3757802115348, 3.436710503540638, .5141793205600308, 1.908790983548351)]
    public void Calibration_ToTheEnd(string distance, double mean, double error, double smallest, double largest)
    {
        var (design, t, x, totals) = Schools(true);
        var calibrated =
            Calibration.Apply(design, x, totals, distance == "raking" ? CalibrationDistance.Raking : CalibrationDistance.Logit(.1, 3.5));
        var estimate = Numeric.Mean(calibrated, t.Numbers("api00"));
        var report = WeightReport.Of(design, calibrated);
        double[] expected = [mean, error, smallest, largest],
            actual = [estimate.Value, estimate.StandardError, report.SmallestFactor, report.LargestFactor];
        for (var i = 0; i < expected.Length; i++) Near(expected[i], actual[i], 1e-9);
    }

    [Fact]
    public void Calibration_SyntheticSurvey()
    {
        var t = CmtSynth.Wave(1);
        var design = CmtSynth.DesignOf(t);
        double[] Is(string column, string value) => [.. t.Text(column).Select(s => s == value ? 1.0 : 0)];
        var n = design.SumOfWeights;
        var calibrated =
            Calibration.Apply(design,
            [[.. t.Text("w").Select(_ => 1.0)], Is("channel", "PERSON"), Is("channel", "POST"), Is("channel", "TEL"), Is("lang", "FR")],
            [n, .2 * n, .1 * n, .35 * n, .25 * n], CalibrationDistance.Linear);
        Api.Match(Oracle.CmtSynth, "w1_greg_sqs", Tabulation.Of(calibrated, [CmtSynth.Item(t, "overall")])[0].Overall.Score(), 1e-9);
    }

    [Fact]
    public void Calibration_BoundsTooTight_AreReported()
    {
        var t = CmtSynth.Wave(1);
        var design = CmtSynth.DesignOf(t);
        double[][] x = [[.. t.Text("channel").Select(_ => 1.0)], [.. t.Text("channel").Select(c => c == "POST" ? 1.0 : 0)]];
        double[] totals = [design.SumOfWeights, .2 * design.SumOfWeights];
        Assert.Equal(totals[0], Calibration.Apply(design, x, totals, CalibrationDistance.Logit(.4, 4)).SumOfWeights, 1e-6 * totals[0]);
        var error = Assert.Throws<WeightingException>(() => Calibration.Apply(design, x, totals, CalibrationDistance.Logit(.4, 1.5)));
        Assert.Equal(WeightingFailure.InfeasibleBounds, error.Failure);
    }

    [Fact]
    public void UsualCap_IsTheLargerOfTwoRules()
    {
        var design = CmtSynth.DesignOf(CmtSynth.Wave(1));
        // R: median(w) + 5·IQR(w) is 356.040677, 3·mean(w) is 312.163842558257.
        Near(356.040677, Trimming.UsualCap(design), 1e-12);
        Near(312.163842558257 * 4 / 3, Trimming.UsualCap(design, timesMean: 4), 1e-12);
        Assert.Throws<ArgumentException>(() => Trimming.UsualCap(Design.From(new() { Weights = [0, 0] })));
    }

    [Fact]
    public void Trimming_FloorAlone_AndCapsThatAreNone()
    {
        var design = Design.From(new() { Weights = [1, 4, 10, 25, 0] });
        // The first two lack 4 and 1; the others give up half of that each.
        Assert.Equal([5, 5, 7.5, 22.5, 0],
            Trimming.Apply(design, double.PositiveInfinity, 5).Weights.ToArray().Select(w => Math.Round(w, 9)));
        Assert.Same(design, Trimming.Apply(design, double.PositiveInfinity));
        foreach (var (upper, lower) in new[] { (5.0, 5.0), (double.NaN, 0), (10, double.NaN), (10, -1) })
            Assert.Throws<ArgumentOutOfRangeException>(() => Trimming.Apply(design, upper, lower));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trimming.UsualCap(design, double.NaN));
    }

    [Fact]
    public void Trimming_NeverEndsAboveItsCap()
    {
        // R survey 4.1-1: trimWeights(raked, upper = 40, lower = 20, strict = TRUE) gives 31.6533829576272, 38.5737323290125 and 40.
        var t = Api.Clus1;
        var raked = Raking.Apply(Api.DesignClus1(t), [new(t.Factor("stype"), [4421, 755, 1018]), new(t.Factor("sch.wide"), [1072, 5122])]);
        // Without strict = TRUE trimWeights shares out what it cut once and stops, above its cap. Those weights
        // are R's, and trimming brings them under it.
        double[] weights = raked.Weights.ToArray(), once = [.. weights.Select(w => Math.Clamp(w, 20, 40))];
        var shared = (weights.Sum() - once.Sum()) / weights.Count(w => w is > 20 and < 40);
        for (var i = 0; i < once.Length; i++) if (weights[i] is > 20 and < 40) once[i] += shared;
        Assert.Equal(R.Numbers("trim_20_40"), [once.Min(), once.Max(), once.Sum()], (a, b) => Math.Abs(a - b) <= 1e-9 * a);
        var y = t.Numbers("api00");
        var mean = Numeric.Mean(raked.WithWeights(once), y).Value;
        Near(R.GetProperty("trim_20_40_mean_api00").Number("est"), mean, 1e-9);
        // R still takes off what the margins of the raked weights explain; WithWeights claims no such gain.
        double[] influence = [.. y.Select((v, i) => once[i] * (v - mean) / (once.Sum() * weights[i]))];
        Near(R.GetProperty("trim_20_40_mean_api00").Number("se"), Numeric.Total(raked, influence).StandardError, 1e-9);
        Assert.True(Numeric.Mean(raked.WithWeights(once), y).StandardError > Numeric.Total(raked, influence).StandardError);
        Assert.True(Trimming.Apply(raked.WithWeights(once), 40, 20).Weights.ToArray().Max() <= 40);

        var trimmed = Trimming.Apply(raked, 40, 20);
        var distinct = trimmed.Weights.ToArray().Select(w => Math.Round(w, 9)).Distinct().Order().ToArray();
        Assert.Equal(3, distinct.Length);
        Near(31.6533829576272, distinct[0], 1e-9);
        Near(38.57373232901245, distinct[1], 1e-9);
        Assert.True(trimmed.Weights.ToArray().Max() <= 40);
        Near(6194, trimmed.SumOfWeights, 1e-12);
        Near(642.487778169968, Numeric.Mean(trimmed, t.Numbers("api00")).Value, 1e-10);
        Assert.True(trimmed.KishDesignEffect < raked.KishDesignEffect);
    }
}
