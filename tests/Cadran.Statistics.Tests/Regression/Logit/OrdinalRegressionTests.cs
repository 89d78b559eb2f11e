using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Regression;

/// <summary>
/// Oracle: R 4.2.2, ordinal 2022.11-16 clm (gradTol 1e-12), survey 4.1-1 svyglm with glm.control(epsilon = 1e-15): its default
/// stops early and its errors (those of the shared reference files) are then off by 1e-5. Iterative fits: 1e-7.
/// </summary>
public class OrdinalRegressionTests
{
    private static double[] Is(string[] values, string level) => [.. values.Select(v => v == level ? 1.0 : 0.0)];

    private static int[] Codes(string[] values, params string[] levels) => [.. values.Select(v => Array.IndexOf(levels, v))];

    [Fact]
    public void Housing_MatchesClm()
    {
        var (columns, satisfaction, design) = Housing();
        var fit = OrdinalRegression.Fit(columns, satisfaction, design);
        var expected = Oracle.Values("stats_R.json").GetProperty("housing_clm");
        Close.To(expected.Numbers("coef"), [.. fit.Thresholds, .. fit.Coefficients], 1e-7);
        Close.To(expected.Numbers("se"), fit.ModelErrors, 1e-7);
        Close.To(expected.Number("logLik"), fit.LogLikelihood, 1e-12);
        Close.To(expected.Number("AIC"), 2 * fit.ModelErrors.Count - 2 * fit.LogLikelihood, 1e-12);
        // polr stops its search early and differences gradients: six digits of the same model.
        var polr = Oracle.Values("stats_R.json").GetProperty("housing_polr");
        Close.To([.. polr.Numbers("zeta"), .. polr.Numbers("coef")], [.. fit.Thresholds, .. fit.Coefficients], 1e-7);
        Close.To(polr.Numbers("se"), [.. fit.ModelErrors.Skip(2), .. fit.ModelErrors.Take(2)], 1e-6);
        Close.To([polr.Number("logLik"), polr.Number("dev")], [fit.LogLikelihood, -2 * fit.LogLikelihood], 1e-12);
    }

    [Fact]
    public void Wine_WithInteraction_MatchesClm()
    {
        var t = Oracle.Data("ordinal_wine.csv");
        var (warm, contact) = (Is(t.Text("temp"), "warm"), Is(t.Text("contact"), "yes"));
        var fit =
            OrdinalRegression.Fit([warm, contact, warm.Zip(contact, (a, b) => a * b).ToArray()],
            [.. t.Numbers("rating").Select(v => (int)v)], Design.SimpleRandom(t.Rows));
        var expected = Oracle.Values("stats_R.json").GetProperty("wine_clm");
        Close.To(expected.Numbers("coef"), [.. fit.Thresholds, .. fit.Coefficients], 1e-7);
        Close.To(expected.Number("logLik"), fit.LogLikelihood, 1e-12);
    }

    /// <summary>
    /// Satisfaction of tenants by influence, type of house and contact; one row for each combination with its number of tenants.
    /// </summary>
    internal static (ReadOnlyMemory<double>[] Columns, int[] Satisfaction, Design Design) Housing()
    {
        var t = Oracle.Data("MASS_housing.csv");
        var (influence, type, contact) = (t.Text("Infl"), t.Text("Type"), t.Text("Cont"));
        return ([Is(influence, "Medium"), Is(influence, "High"), Is(type, "Apartment"), Is(type, "Atrium"), Is(type, "Terrace"),
            Is(contact, "High")],
            Codes(t.Text("Sat"), "Low", "Medium", "High"), Design.From(new() { Weights = t.Numbers("Freq") }));
    }

    internal static (ReadOnlyMemory<double>[] Drivers, Table Table) Cmt()
    {
        var t = CmtSynth.Wave(1);
        return ([.. CmtSynth.Drivers.Select(d => (ReadOnlyMemory<double>)t.Numbers(d))], t);
    }

    [Fact]
    public void CmtSynth_CompleteCases_MatchesClm()
    {
        var (drivers, t) = Cmt();
        var fit = OrdinalRegression.Fit(drivers, [.. t.Numbers("overall").Select(v => (int)v)], Design.SimpleRandom(t.Rows));
        Assert.Equal(Oracle.CmtSynth.Number("cc_n"), fit.Respondents);
        var expected = Oracle.CmtSynth.GetProperty("cc_clm");
        Close.To(expected.Numbers("coef"), [.. fit.Thresholds, .. fit.Coefficients], 1e-7);
        Close.To(expected.Number("logLik"), fit.LogLikelihood, 1e-11);
    }

    [Fact]
    public void CmtSynth_TopTwoUnderTheDesign_MatchesSvyglm()
    {
        var (drivers, t) = Cmt();
        var fit = LogisticRegression.Fit(drivers, [.. t.Numbers("overall").Select(v => v >= 4 ? 1 : 0)], CmtSynth.DesignOf(t));
        var expected = Oracle.CmtSynth.GetProperty("cc_svyglm_logit");
        Close.To(expected.Numbers("coef"), fit.Coefficients, 1e-7);
        Close.To(expected.Numbers("se"), fit.DesignErrors, 1e-4);
        Close.To([0.654130176473308, 0.123057790626307, 0.153852685726179, 0.123965191285172, 0.159431165615255, 0.114012258188314],
            fit.DesignErrors, 1e-7);
    }

    [Fact]
    public void Apistrat_SchoolWide_MatchesSvyglm()
    {
        var t = Oracle.Data("survey_apistrat.csv");
        var design =
            Design.From(new DesignColumns { Strata = t.Factor("stype"), Weights = t.Numbers("pw"), Population = t.Numbers("fpc") });
        var fit = LogisticRegression.Fit(
            [t.Numbers("ell"), t.Numbers("meals"), t.Numbers("mobility")], Codes(t.Text("sch.wide"), "No", "Yes"), design);
        var expected = Oracle.Values("survey_R.json").GetProperty("svyglm_logit_strat");
        Close.To(expected.Numbers("coef"), fit.Coefficients, 1e-6);
        Close.To(expected.Numbers("se"), fit.DesignErrors, 1e-4);
        Close.To([0.83583652484548732, -0.00248963574926207, -0.00315236511228994, 0.06089677872752777], fit.Coefficients, 1e-7);
        Close.To([0.45562087836015641, 0.01325251021939058, 0.00919945360883833, 0.03193457693653938], fit.DesignErrors, 1e-7);

        // Reference: R survey, confint(svyglm(family = quasibinomial(), epsilon = 1e-15)), df.residual 194.
        Assert.Equal(194, fit.DegreesOfFreedom);
        var limits = fit.Estimates.Select(e => e.Interval()!.Value).ToList();
        Close.To([-0.062769740710802546, -0.028627131380179041, -0.021296148782497359, -0.002086750531155035],
            [.. limits.Select(l => l.Low)], 1e-7);
        Close.To([1.73444279040177807, 0.02364785988165492, 0.01499141855791743, 0.12388030798621072],
            [.. limits.Select(l => l.High)], 1e-7);
    }

    [Fact]
    public void Estimates_SayWhyTheyAreWithheld()
    {
        double[] x = [0, 1, 0, 1, 0, 1, 1, 0], constant = [1, 1, 1, 1, 1, 1, 1, 1];
        int[] outcome = [0, 1, 0, 1, 1, 0, 1, 0];
        var aliased = LogisticRegression.Fit([x, constant], outcome, Design.SimpleRandom(8));
        Assert.Equal(SuppressionReason.Undefined, aliased.Estimates[2].Suppressed!.Reason);
        Assert.Equal(6, aliased.Estimates[1].DegreesOfFreedom);
        Assert.Equal(aliased.DesignErrors[1], aliased.Estimates[1].StandardError);
        Assert.All(LogisticRegression.Fit([x], [1, 1, 1, 1, 1, 1, 1, 1], Design.SimpleRandom(8)).Estimates,
            e => Assert.Equal(SuppressionReason.Undefined, e.Suppressed!.Reason));
        var ordinal = OrdinalRegression.Fit([x], outcome, Design.SimpleRandom(8));
        Assert.Equal((ordinal.Coefficients[0], ordinal.DesignErrors[^1]),
            (Assert.Single(ordinal.Estimates).Value, ordinal.Estimates[0].StandardError));
        var twoClusters = Design.From(new() { Clusters = Factor.Of([1, 1, 1, 1, 2, 2, 2, 2]) });
        Assert.Equal(SuppressionReason.NoDegreesOfFreedom,
            LogisticRegression.Fit([x], outcome, twoClusters).Estimates[1].Suppressed!.Reason);
    }

    [Fact]
    public void Apiclus1_MealCategory_MatchesSvyolr()
    {
        // svyolr maximises by BFGS with R's default tolerance and differences gradients for the Hessian: four
        // and three digits are its precision here.
        var t = Oracle.Data("survey_apiclus1.csv");
        var category = t.Numbers("meals").Select(m => m < 25 ? 0 : m < 50 ? 1 : m < 75 ? 2 : 3).ToArray();
        var design =
            Design.From(new DesignColumns { Clusters = t.Factor("dnum"), Weights = t.Numbers("pw"), Population = t.Numbers("fpc") });
        var fit = OrdinalRegression.Fit(
            [t.Numbers("avg.ed"), t.Numbers("mobility"), Is(t.Text("stype"), "H"), Is(t.Text("stype"), "M")], category, design);
        var expected = Oracle.Values("survey_R.json").GetProperty("svyolr");
        Close.To(expected.Numbers("coef"), [.. fit.Coefficients, .. fit.Thresholds], 1e-4);
        Close.To(expected.Numbers("se"), [.. fit.DesignErrors.Skip(3), .. fit.DesignErrors.Take(3)], 1e-3);
    }

    [Fact]
    public void ReversedScale_TurnsSignsAndKeepsTheLikelihood()
    {
        var (drivers, t) = Cmt();
        var design = CmtSynth.DesignOf(t);
        var up = OrdinalRegression.Fit(drivers, [.. t.Numbers("overall").Select(v => (int)v)], design);
        var down = OrdinalRegression.Fit(drivers, [.. t.Numbers("overall").Select(v => 6 - (int)v)], design);
        Close.To([.. up.Coefficients], [.. down.Coefficients.Select(c => -c)], 1e-9);
        Close.To([.. up.DesignErrors.Skip(4)], [.. down.DesignErrors.Skip(4)], 1e-9);
        Close.To(up.LogLikelihood, down.LogLikelihood, 1e-12);
    }

    [Fact]
    public void Probabilities_SumToOneAndImproveWithTheDriver()
    {
        var (drivers, t) = Cmt();
        var fit = OrdinalRegression.Fit(drivers, [.. t.Numbers("overall").Select(v => (int)v)], Design.SimpleRandom(t.Rows));
        var (low, high) = (fit.Probabilities([2, 3, 3, 3, 3]), fit.Probabilities([4, 3, 3, 3, 3]));
        Close.To(1, low.Sum(), 1e-14);
        Assert.True(high[4] > low[4] && high[0] < low[0]);
        Assert.InRange(fit.McFadden, 0.2, 0.6);
        Assert.InRange(fit.Nagelkerke, 0.5, 0.9);
    }

    [Fact]
    public void PerfectSeparation_IsSuppressedWithTheReason()
    {
        var fit = LogisticRegression.Fit([new double[] { 1, 2, 3, 4, 5, 6 }], [0, 0, 0, 1, 1, 1], Design.SimpleRandom(6));
        Assert.Equal(SuppressionReason.Undefined, fit.Suppressed!.Reason);
        Assert.Contains("separate", fit.Suppressed.Detail!, StringComparison.Ordinal);
        Assert.All(fit.Coefficients, c => Assert.True(double.IsNaN(c)));
    }

    [Fact]
    public void ConstantOutcomeEmptyOrAllMissing_AreSuppressed()
    {
        Assert.NotNull(LogisticRegression.Fit([new double[] { 1, 2 }], [1, 1], Design.SimpleRandom(2)).Suppressed);
        Assert.NotNull(LogisticRegression.Fit([Array.Empty<double>()], [], Design.SimpleRandom(0)).Suppressed);
        Assert.NotNull(LogisticRegression.Fit([new double[] { double.NaN, 2 }], [0, -1], Design.SimpleRandom(2)).Suppressed);
    }

    [Fact]
    public void CollinearColumn_IsNaNAndTheRestFits()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        int[] y = [0, 1, 0, 1, 0, 1];
        var alone = LogisticRegression.Fit([x], y, Design.SimpleRandom(6));
        var fit = LogisticRegression.Fit([x, x.Select(v => 3 - v).ToArray()], y, Design.SimpleRandom(6));
        Close.To(alone.Coefficients[1], fit.Coefficients[1], 1e-9);
        Assert.True(double.IsNaN(fit.Coefficients[2]) && double.IsNaN(fit.DesignErrors[2]));
    }

    [Fact]
    public void InfiniteValueOrOutcomeAboveOne_Throws()
    {
        Assert.Throws<ArgumentException>(
            () => OrdinalRegression.Fit([new double[] { 1, double.PositiveInfinity }], [0, 1], Design.SimpleRandom(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([new double[] { 1, 2 }], [0, 2], Design.SimpleRandom(2)));
    }

    [Fact]
    public void PseudoRSquareds_OfHousing_MatchTheirFormulasInR()
    {
        // R 4.2.2 with ordinal 2022.11-16: log-likelihoods of clm with and without the columns, 1,681 tenants.
        var (columns, satisfaction, design) = Housing();
        var fit = OrdinalRegression.Fit(columns, satisfaction, design);
        Close.To(0.108408286532197, fit.Nagelkerke, 1e-9);
        Close.To(0.0465152136119195, fit.McFadden, 1e-9);
        // Weights on another scale, such as clients represented, change neither.
        var scaled = OrdinalRegression.Fit(
            columns, satisfaction, Design.From(new() { Weights = [.. design.Weights.ToArray().Select(w => 1000 * w)] }));
        Close.To(fit.Nagelkerke, scaled.Nagelkerke, 1e-9);
        Close.To(fit.McFadden, scaled.McFadden, 1e-9);
    }
}
