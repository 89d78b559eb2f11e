using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: cmt_synth wave 1, R 4.2.2: survey 4.1-1 (svyglm, svyby, svymean with all clusters kept), relaimpo 2.2-7.</summary>
public class DriverAnalysisTests
{
    private static readonly DriverAnalysisOptions Defaults = new();

    [Fact]
    public void CompleteDesign_CoefficientsAndErrors_MatchSvyglm()
    {
        var a = DriverAnalysis.Run(CmtDrivers.Wave1(), Defaults);
        Assert.Equal(894, a.Respondents);
        Assert.Equal(45, a.DegreesOfFreedom);
        var terms = a.Regression!.Coefficients.Prepend(a.Regression.Intercept).ToArray();
        Close.To([0.372600507028846, 0.249017849971093, 0.146673745133897, 0.142233935871960, 0.191166983281226, 0.185641641839624],
            [.. terms.Select(t => t.Estimate)], 1e-12);
        Close.To([0.0911995927146385, 0.0347534501838148, 0.0420634239274249, 0.0365439769133978, 0.0371703424657435, 0.0345417085590713],
            [.. terms.Select(t => t.StandardError)], 1e-10);
    }

    [Fact]
    public void RowsAsUnitsInStrata_Errors_MatchSvyglm()
    {
        var a = DriverAnalysis.Run(CmtDrivers.Wave1(clusters: false, population: false), Defaults);
        double[] se = [a.Regression!.Intercept.StandardError, .. a.Regression.Coefficients.Select(c => c.StandardError)];
        Close.To([0.1244875706048978, 0.0340132566123580, 0.0434270307433959, 0.0389894678343182, 0.0409741451678574, 0.0372504022748471],
            se, 1e-10);
    }

    [Fact]
    public void NoDesign_CoefficientsImportanceAndErrors_MatchR()
    {
        var a = DriverAnalysis.Run(CmtDrivers.Wave1(false, false, false, false), Defaults);
        var r = Oracle.CmtSynth;
        Close.To(r.GetProperty("cc_ols").Number("r2"), a.Regression!.RSquared, 1e-12);
        Close.To(r.GetProperty("cc_ols").Numbers("coef"),
            [a.Regression.Intercept.Estimate, .. a.Regression.Coefficients.Select(c => c.Estimate)], 1e-11);
        Close.To([0.0294625337861303, 0.0373597428781713, 0.0342217577810039, 0.0366155488333327, 0.0335978766048224],
            [.. a.Regression.Coefficients.Select(c => c.StandardError)], 1e-10);
        Close.To(r.Numbers("cc_lmg"), [.. a.Importance.Select(c => c.Lmg)], 1e-11);
        Close.To(r.Numbers("cc_genizi"), [.. a.Importance.Select(c => c.Johnson)], 1e-11);
        Close.To(r.Numbers("cc_first"), [.. a.Importance.Select(c => c.First)], 1e-11);
        Close.To(r.Numbers("cc_last"), [.. a.Importance.Select(c => c.Last)], 1e-10);
        Close.To(r.Numbers("cc_pratt"), [.. a.Importance.Select(c => c.Pratt)], 1e-11);
    }

    [Fact]
    public void Weighted_Lmg_MatchesRelaimpo()
    {
        var a = DriverAnalysis.Run(CmtDrivers.Wave1(), Defaults);
        Close.To(Oracle.CmtSynth.Numbers("cc_lmg_weighted"), [.. a.Importance.Select(c => c.Lmg)], 1e-11);
    }

    [Fact]
    public void NoDesign_Thresholds_MatchPublishedCounts()
    {
        var t = DriverAnalysis.Run(CmtDrivers.Wave1(false, false, false, false), Defaults).Thresholds!;
        var expected = Oracle.CmtSynth.GetProperty("cc_threshold");
        Assert.Equal(expected.Numbers("k"), t.ByFailing.Select((_, failing) => (double)failing));
        Assert.Equal(expected.Numbers("n"), t.ByFailing.Select(g => (double)g.Respondents));
        Close.To(expected.Numbers("sqs"), [.. t.ByFailing.Select(g => g.Score.Value)], 1e-12);
        Close.To(402 / 894.0, t.ByFailing[0].Share.Value, 1e-12);
    }

    [Fact]
    public void CompleteDesign_Thresholds_MatchSurvey()
    {
        var t = DriverAnalysis.Run(CmtDrivers.Wave1(), Defaults).Thresholds!;
        Close.To([89.7207781779818, 78.1897443832629, 65.6923946319208, 51.5091406171662, 43.9966839656794, 27.9206474871463],
            [.. t.ByFailing.Select(g => g.Score.Value)], 1e-11);
        Close.To([0.766660168337532, 1.771183461690714, 1.694610163051465, 2.219363834155473, 3.096460132050765, 2.168544151317270],
            [.. t.ByFailing.Select(g => g.Score.StandardError)], 1e-10);
        Close.To([0.947650854687309, 0.851257463966745, 0.658725832248114, 0.330499708098921, 0.150448280904206, 0.118800449023534],
            [.. t.ByFailing.Select(g => g.TopTwo.Value)], 1e-11);
        Close.To([0.0117143180358125, 0.0319466607392562, 0.0457551285681795, 0.0459916636187449, 0.0391067786730976, 0.0312865459403289],
            [.. t.ByFailing.Select(g => g.TopTwo.StandardError)], 1e-10);
        Close.To([0.4360928595100271, 0.1669809729795439, 0.1130881530365664, 0.0810567639727260, 0.0822892107632796, 0.1204920397378571],
            [.. t.ByFailing.Select(g => g.Share.Value)], 1e-11);
        Close.To(
            [0.02212177685043463, 0.01561037763338877, 0.00949790783020575, 0.00855395979275470, 0.01090195622216198, 0.01592576560694247],
            [.. t.ByFailing.Select(g => g.Share.StandardError)], 1e-10);
        Close.To([0.493792729294713, 0.0988394212490175, 0.120251634571712, 0.0742188757498717, 0.212897339134686],
            [.. t.WhenOneFails.Select(s => s.Value)], 1e-11);
        Close.To([0.0314286966347589, 0.0245589558127767, 0.0216616969240423, 0.0243056577718453, 0.0394729008862128],
            [.. t.WhenOneFails.Select(s => s.StandardError)], 1e-10);
    }

    [Fact]
    public void RowsAsUnitsInStrata_Thresholds_MatchSurvey()
    {
        var t = DriverAnalysis.Run(CmtDrivers.Wave1(clusters: false, population: false), Defaults).Thresholds!;
        Close.To([0.823819937471539, 1.622005971918532, 1.917502667886670, 2.599500764039012, 2.774201972363969, 2.923006625677344],
            [.. t.ByFailing.Select(g => g.Score.StandardError)], 1e-10);
        Close.To(
            [0.01763600316124451, 0.01360745965198087, 0.01170685586417967, 0.00964859707700799, 0.01062289843590792, 0.01208092727652227],
            [.. t.ByFailing.Select(g => g.Share.StandardError)], 1e-10);
        Close.To([0.0448739088041085, 0.0249130712425443, 0.0305213724185296, 0.0260522942151984, 0.036937582359883],
            [.. t.WhenOneFails.Select(s => s.StandardError)], 1e-10);
    }

    [Fact]
    public void TwoStages_Errors_MatchSurvey()
    {
        // svydesign(id=~office+resp_id, strata=~region, weights=~w, fpc=~M_offices+N_office, nest=TRUE)
        var a = DriverAnalysis.Run(CmtDrivers.Wave1(secondStage: true), Defaults with { Replicates = 0 });
        double[] se = [a.Regression!.Intercept.StandardError, .. a.Regression.Coefficients.Select(c => c.StandardError)];
        Close.To([0.1066024993894334, 0.0377707022638675, 0.0462191089488630, 0.0402795227034433, 0.0412970622567553, 0.0382614293320079],
            se, 1e-10);
        Close.To([0.849646996386581, 1.905169747533627, 1.889587789688958, 2.503680815382970, 3.329325267364452, 2.524746266099545],
            [.. a.Thresholds!.ByFailing.Select(g => g.Score.StandardError)], 1e-10);
        Close.To(
            [0.02341121901617205, 0.01668853968835210, 0.01079620388698656, 0.00954093867281516, 0.01186052877678558, 0.01673754541715611],
            [.. a.Thresholds.ByFailing.Select(g => g.Share.StandardError)], 1e-10);
        Close.To([0.0372117604941527, 0.0267790194114837, 0.0254610763152196, 0.0267963939917138, 0.0425909482819111],
            [.. a.Thresholds.WhenOneFails.Select(g => g.StandardError)], 1e-10);
    }

    [Fact]
    public void CustomerSat_PassingAtSeven_MatchesPublishedScores()
    {
        var table = Oracle.Data("bayesm_customerSat.csv");
        var data = new DriverData
        {
            Overall = table.Answers("q1"),
            Drivers = [.. new[] { "q2", "q4", "q5", "q6", "q7" }.Select(q => (ReadOnlyMemory<sbyte>)table.Answers(q))],
            Design = Design.SimpleRandom(table.Rows),
        };
        var t = DriverAnalysis.Run(data, new DriverAnalysisOptions { Scale = new(1, 10), PassAt = 7, Replicates = 0 }).Thresholds!;
        // The reference counts drivers that pass, the library those that fail.
        var expected = Oracle.Values("spc_kda_R.json").GetProperty("customerSat_threshold");
        Assert.Equal(expected.Numbers("k"), t.ByFailing.Select((_, failing) => 5.0 - failing).Reverse());
        Assert.Equal(expected.Numbers("n"), t.ByFailing.Select(g => (double)g.Respondents).Reverse());
        Close.To(expected.Numbers("mean0100"), [.. t.ByFailing.Select(g => g.Score.Value).Reverse()], 1e-12);
        Close.To(expected.Numbers("mean"), [.. t.ByFailing.Select(g => 1 + 9 * g.Score.Value / 100).Reverse()], 1e-12);
    }

    [Fact]
    public void Bootstrap_ErrorsOfScores_AgreeWithLinearisation()
    {
        // The replicates' spread of the mean driver rating must be that of the design; 2,000 replicates leave about 2 % noise.
        var a = DriverAnalysis.Run(CmtDrivers.Wave1(), Defaults with { Replicates = 2000, Seed = 5 });
        var width = a.Importance.Select(i => i.High - i.Low).ToArray();
        Assert.All(a.Importance, i => Assert.True(i.Low < i.Share && i.Share < i.High));
        Assert.All(width, w => Assert.InRange(w, 0.02, 0.3));
        Close.To(1, a.Importance[0].RankProbability.Sum(), 1e-12);
    }

    [Fact]
    public void OneFactorData_CannotBeSeparated()
    {
        var a = DriverAnalysis.Run(CmtDrivers.Wave1(), Defaults);
        Assert.False(a.Separability!.Separable);
        Assert.InRange(a.Separability.RankEntropy, 0.5, 1);
        Assert.True(a.Separability.ConditionIndex < 10);
    }

    [Fact]
    public void SameSeed_SameResult_OtherSeed_OtherIntervals()
    {
        var data = CmtDrivers.Wave1();
        var (a, b, c) =
            (DriverAnalysis.Run(data, Defaults), DriverAnalysis.Run(data, Defaults), DriverAnalysis.Run(data, Defaults with { Seed = 1 }));
        Assert.Equal(a.Importance.Select(i => i.Low), b.Importance.Select(i => i.Low));
        Assert.NotEqual(a.Importance.Select(i => i.Low), c.Importance.Select(i => i.Low));
        Assert.Equal(a.Importance.Select(i => i.Lmg), c.Importance.Select(i => i.Lmg));
    }
}
