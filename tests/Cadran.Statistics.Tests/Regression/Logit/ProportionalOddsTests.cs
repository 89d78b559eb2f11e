using Cadran.Statistics.Comparison;
using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Regression;

/// <summary>
/// Brant's test. Oracle: R 4.2.2, Golden/brant.R (the published algorithm on glm fits with epsilon 1e-15, survey 4.1-1 for the
/// covariance under the design).
/// </summary>
public class ProportionalOddsTests
{
    private static void Match(double statistic, double p, double df, Significance actual, double denominator = double.NaN)
    {
        Close.To(statistic, actual.Statistic, 1e-7);
        Close.To(p, actual.P, 1e-6);
        Assert.Equal(df, actual.DegreesOfFreedom);
        Assert.Equal(denominator, actual.DenominatorDegreesOfFreedom);
    }

    [Fact]
    public void Housing_MatchesBrant()
    {
        var (columns, satisfaction, design) = OrdinalRegressionTests.Housing();
        var test = ProportionalOdds.Test(columns, satisfaction, design);
        Match(8.53449400126913, .201499390043429, 6, test.Overall);
        Close.To([.317338264288043, .196504474481981, .468151854327939, 2.80475234185533, .0312259755377189, 1.28594033533521],
            [.. test.Columns.Select(c => c.Statistic)], 1e-7);
    }

    [Fact]
    public void CmtSynth_WithAndWithoutTheDesign()
    {
        var (drivers, t) = OrdinalRegressionTests.Cmt();
        int[] overall = [.. t.Numbers("overall").Select(v => (int)v)];
        var simple = ProportionalOdds.Test(drivers, overall, Design.SimpleRandom(t.Rows));
        Assert.Equal(894, simple.Respondents);
        Match(36.1313238017068, .00169228380461879, 15, simple.Overall);
        Match(11.5824329510608, .00895944489246603, 3, simple.Columns[4]);
        var designed = ProportionalOdds.Test(drivers, overall, CmtSynth.DesignOf(t));
        Match(5.12098226888854, 6.14320685609629e-05, 15, designed.UnderDesign, 31);
        Match(5.84471291405676, .00193043920465864, 3, designed.ColumnsUnderDesign[4], 43);
        Match(1.07905831009719, .368070304731169, 3, designed.ColumnsUnderDesign[0], 43);
        Assert.Equal(4, designed.Coefficients.Count);
    }

    [Fact]
    public void TrueModel_IsSeldomRejected()
    {
        // 200 samples from a proportional-odds model: at 5 % about 10 rejections; more than 22 has a chance below 3e-4.
        var rejected = 0;
        for (var s = 0; s < 200; s++)
        {
            var rng = new Random(1000 + s);
            var x = new double[600];
            var y = new int[600];
            for (var i = 0; i < x.Length; i++)
            {
                x[i] = rng.Next(1, 6);
                var latent = (0.6 * x[i]) + Math.Log(1 / ((1 / (1 - rng.NextDouble())) - 1 + 1e-300));
                y[i] = latent < 0.5 ? 1 : latent < 1.5 ? 2 : latent < 3 ? 3 : 4;
            }
            var test = ProportionalOdds.Test([x], y, Design.SimpleRandom(600));
            if (test.Overall.P < .05) rejected++;
        }
        Assert.InRange(rejected, 1, 22);
    }

    [Fact]
    public void EdgeInputs()
    {
        double[] x = [1, 2, 3, 4, 5, 2, 3, 4];
        Assert.Equal(SuppressionReason.Undefined,
            ProportionalOdds.Test([x], [1, 1, 2, 2, 2, 1, 1, 2], Design.SimpleRandom(8)).Suppressed!.Reason);
        Assert.Contains("perfectly", ProportionalOdds.Test([x], [1, 1, 2, 3, 3, 1, 2, 3], Design.SimpleRandom(8)).Suppressed!.Detail);
        Assert.Equal(0, ProportionalOdds.Test([Array.Empty<double>()], [], Design.SimpleRandom(0)).Respondents);
        Assert.Throws<ArgumentException>(() => ProportionalOdds.Test([], [1, 2, 3], Design.SimpleRandom(3)));
        Assert.Throws<ArgumentException>(() => ProportionalOdds.Test([x], [1, 2], Design.SimpleRandom(2)));
        Assert.Throws<ArgumentException>(
            () => ProportionalOdds.Test([new[] { 1, double.PositiveInfinity, 3 }], [1, 2, 3], Design.SimpleRandom(3)));
    }

    [Fact]
    public void AliasedColumn_IsLeftOutOfTheTest()
    {
        var t = CmtSynth.Wave(1);
        int[] overall = [.. t.Numbers("overall").Select(v => (int)v)];
        var x = t.Numbers("timeliness");
        var alone = ProportionalOdds.Test([x], overall, CmtSynth.DesignOf(t));
        var twice = ProportionalOdds.Test([x, x.Select(v => 2 * v).ToArray()], overall, CmtSynth.DesignOf(t));
        Close.To(alone.UnderDesign.Statistic, twice.UnderDesign.Statistic, 1e-8);
        Assert.NotNull(twice.ColumnsUnderDesign[1].Suppressed);
        Assert.True(double.IsNaN(twice.Coefficients[0][1]));
    }
}
