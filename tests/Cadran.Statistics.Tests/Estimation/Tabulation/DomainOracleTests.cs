using Cadran.Statistics.Estimation;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Estimation;

/// <summary>Estimates of closed items against R survey 4.1 on the synthetic survey (Golden/cmt_synth_R.json).</summary>
public class DomainOracleTests
{
    private readonly Table wave1 = CmtSynth.Wave(1);

    [Fact]
    public void Score_StratifiedClusterWithPopulations_MatchesSvymean()
    {
        var design = CmtSynth.DesignOf(wave1);
        var score = Tabulation.Of(design, [CmtSynth.Item(wave1, "overall")])[0].Overall.Score();
        Match("w1_sqs", score);
        Assert.Equal(Oracle.CmtSynth.Number("degf"), score.DegreesOfFreedom);
        Assert.Equal(Oracle.CmtSynth.Number("degf"), design.DegreesOfFreedom);
        Assert.Equal((Oracle.CmtSynth.Numbers("n")[0], Oracle.CmtSynth.Numbers("n")[1]), (score.Respondents, CmtSynth.Wave(2).Rows));
        var interval = score.Interval()!.Value;
        var expected = Oracle.CmtSynth.Numbers("w1_sqs_ci_t");
        Near(expected[0], interval.Low, 1e-9);
        Near(expected[1], interval.High, 1e-9);
        Near(Oracle.CmtSynth.Number("w1_kish"), design.KishDesignEffect, 1e-12);
        Near(Oracle.CmtSynth.GetProperty("w1_total_clients").Number("est"), design.SumOfWeights, 1e-12);
        Match("w1_total_clients", Numeric.Total(design, [.. Enumerable.Repeat(1.0, wave1.Rows)]));
    }

    [Fact]
    public void Score_WithoutPopulations_MatchesSvymean() =>
        Match("w1_sqs_nofpc",
        Tabulation.Of(CmtSynth.DesignOf(wave1, population: false), [CmtSynth.Item(wave1, "overall")])[0].Overall.Score());

    [Fact]
    public void Score_SecondWave_MatchesSvymean()
    {
        var wave2 = CmtSynth.Wave(2);
        Match("w2_sqs", Tabulation.Of(CmtSynth.DesignOf(wave2), [CmtSynth.Item(wave2, "overall")])[0].Overall.Score());
    }

    [Fact]
    public void DriverScores_MissingLeftOut_MatchSvymeanNaRm()
    {
        var table = Tabulation.Of(CmtSynth.DesignOf(wave1), [.. CmtSynth.Drivers.Select(d => CmtSynth.Item(wave1, d))]);
        for (var k = 0; k < CmtSynth.Drivers.Length; k++) Match($"w1_{CmtSynth.Drivers[k]}_0100_narm", table[k].Overall.Score());
        var both = Oracle.CmtSynthData;
        var unanswered = Tabulation.Of(CmtSynth.DesignOf(both), [.. CmtSynth.Drivers.Select(d => CmtSynth.Item(both, d))]);
        Assert.Equal(Oracle.CmtSynth.Numbers("NA_counts"),
            Enumerable.Range(0, CmtSynth.Drivers.Length).Select(k => (double)unanswered[k].Overall.CountOf(NoValue.Missing)));
        // R: sum(is.na(courtesy)), sum(w[is.na(courtesy)]).
        Assert.Equal(143, table[2].Overall.CountOf(NoValue.Missing));
        Near(15296.735948, table[2].Overall.WeightOf(NoValue.Missing), 1e-12);
    }

    [Fact]
    public void ScoreByChannel_MatchesSvyby()
    {
        var channel = wave1.Factor("channel");
        var table = Tabulation.Of(CmtSynth.DesignOf(wave1), [CmtSynth.Item(wave1, "overall")], channel);
        var expected = Oracle.CmtSynth.GetProperty("w1_by_channel");
        for (var g = 0; g < channel.Levels; g++)
        {
            Assert.Equal(expected.GetProperty("level")[g].GetString(), channel.Labels[g]);
            var score = table[0].Group(g).Score();
            Near(expected.Numbers("est")[g], score.Value, 1e-10);
            Near(expected.Numbers("se")[g], score.StandardError, 1e-10);
        }
        Match("w1_sqs", table[0].Overall.Score());
        Assert.Equal(1193, Enumerable.Range(0, channel.Levels).Sum(g => table[0].Group(g).Respondents));
    }

    [Fact]
    public void TopTwo_KornGraubard_MatchesSvyciprop()
    {
        var design = CmtSynth.DesignOf(wave1);
        var top = Tabulation.Of(design, [CmtSynth.Item(wave1, "overall")])[0].Overall.Top(2);
        Match("w1_top2", top);
        var interval = ProportionInterval.Default(top, design)!.Value;
        var expected = Oracle.CmtSynth.Numbers("w1_top2_beta");
        Near(expected[1], interval.Low, 1e-9);
        Near(expected[2], interval.High, 1e-9);
    }

    [Fact]
    public void DesignEffect_MatchesSvymeanDeff()
    {
        var overall = Tabulation.Of(CmtSynth.DesignOf(wave1), [CmtSynth.Item(wave1, "overall")])[0].Overall;
        Near(Oracle.CmtSynth.Number("w1_deff"), overall.DesignEffect(Scale.FivePoint.Scores()), 1e-10);
    }

    [Fact]
    public void Difference_OfWavesSharingOffices_MatchesStackedSvycontrast()
    {
        var both = Oracle.CmtSynthData;
        var table = Tabulation.Of(CmtSynth.DesignOf(both), [CmtSynth.Item(both, "overall")], both.Factor("wave"));
        var change = Cadran.Statistics.Comparison.Change.Within(table[0].Group(0), table[0].Group(1));
        var expected = Oracle.CmtSynth.GetProperty("wave_diff_stacked");
        Near(expected.Number("diff"), change.Difference.Value, 1e-10);
        Near(expected.Number("se"), change.Difference.StandardError, 1e-10);
        Near(expected.Number("v1"), change.From.Variance, 1e-10);
        Near(expected.Number("v2"), change.To.Variance, 1e-10);
        Near(expected.Number("cov"), (change.From.Variance + change.To.Variance - change.Difference.Variance) / 2, 1e-9);
        Assert.Equal(44, change.Difference.DegreesOfFreedom); // degf 45, minus the second mean

        var naive = Cadran.Statistics.Comparison.Change.Independent(change.From, change.To);
        Near(Oracle.CmtSynth.Numbers("wave_diff_indep")[1], naive.Difference.StandardError, 1e-10);
        Assert.True(naive.P > change.P);
    }

    private static void Match(string key, Estimate actual)
    {
        Assert.Null(actual.Suppressed);
        Near(Oracle.CmtSynth.GetProperty(key).Number("est"), actual.Value, 1e-10, key);
        Near(Oracle.CmtSynth.GetProperty(key).Number("se"), actual.StandardError, 1e-10, key + " se");
    }
}
