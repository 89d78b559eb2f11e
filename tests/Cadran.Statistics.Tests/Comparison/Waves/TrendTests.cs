using Cadran.Statistics.Comparison;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

/// <summary>Oracle: R 4.2.2 stats and strucchange 1.5-3.</summary>
public sealed class TrendTests
{
    /// <summary>Statistic and p of stats_R.json.</summary>
    private static void Expect(string key, Significance test, double tolerance)
    {
        var expected = Values("stats_R.json").Numbers(key);
        Assert.Equal(2, expected.Length);
        Near(expected[0], test.Statistic, 1e-11, key);
        Near(expected[1], test.P, tolerance, key + " p");
    }

    [Fact]
    public void CochranArmitage_Smokers()
    {
        Expect("prop_trend_smokers", Trend.CochranArmitage([83, 90, 129, 70], [86, 93, 136, 82]), 1e-10);
        // R 4.2.2: prop.trend.test(..., score = c(.1, .4, .7, 1.1)).
        var spaced = Trend.CochranArmitage([83, 90, 129, 70], [86, 93, 136, 82], [.1, .4, .7, 1.1]);
        Near(9.170681999382987, spaced.Statistic, 1e-12);
        Near(.002459229079372366, spaced.P, 1e-10);
        // One group of anybody, at a place whose multiples round: there is no trend to test.
        Assert.Equal(SuppressionReason.Undefined, Trend.CochranArmitage([1, 0], [3, 0], [.1, 5]).Suppressed!.Reason);
        Assert.Throws<ArgumentException>(() => Trend.CochranArmitage([1, 2], [3, 4], [1, double.NaN]));
    }

    [Fact]
    public void Nile_TrendAndBreak()
    {
        var flow = Data("base_Nile.csv").Numbers("flow");
        var (test, s, slope) = Trend.MannKendall(flow);
        var r = Values("stats_R.json");
        double[] kendall = r.Numbers("MK_Nile"), supF = r.Numbers("Nile_supF");
        Assert.Equal(kendall[0], s);
        Near(kendall[1], Math.Pow((s + 1) / test.Statistic, 2), 1e-11); // z is S moved towards 0 by 1, over its deviation
        Near(kendall[2], test.Statistic, 1e-12);
        Near(kendall[3], test.P, 1e-10);
        Near(r.Number("sen_Nile"), slope, 1e-12);
        var broken = StructuralBreak.InLevel(flow);
        Near(supF[0], broken.SupF, 1e-10);
        Assert.InRange(Math.Abs(broken.P - supF[1]), 0, 1e-15); // R stops at its rounding unit
        Assert.Equal(supF[2], broken.After);
    }

    [Fact]
    public void Line_ThroughWaves()
    {
        // R 4.2.2: lm(y ~ t, weights = 1/s^2); slope and, with the residual scale set to 1, its error; chi-squared of fit.
        double[] y = [60, 62, 61, 65, 66], s = [1.2, 1.1, 1.3, 1, 1.4];
        var (slope, fit) = Trend.Line([1, 2, 3, 4, 5], [.. y.Select((v, i) => new Estimate(v, s[i], 40, 500))]);
        Near(LineSlope, slope.Value, 1e-10);
        Near(LineError, slope.StandardError, 1e-10);
        Near(LineMisfit, fit.Statistic, 1e-10);
        // The origin of time is anybody's: the year 2026 or the days since 1970.
        Near(LineSlope,
            Trend.Line([1e12 + 1, 1e12 + 2, 1e12 + 3, 1e12 + 4, 1e12 + 5],
            [.. y.Select((v, i) => new Estimate(v, s[i], 40, 500))]).Slope.Value, 1e-9);
        Assert.Throws<ArgumentException>(
            () => Trend.Line([1, 2, double.NaN, 4, 5], [.. y.Select((v, i) => new Estimate(v, s[i], 40, 500))]));
        Assert.NotNull(
            Trend.Line(
                [1, 2, 3, 4], [.. y.Take(4).Select((v, i) => new Estimate(i == 0 ? double.NaN : v, s[i], 40, 500))]).Slope.Suppressed);
        Assert.NotNull(Trend.Line([1, 2, 3], [.. y.Take(3).Select((v, i) => new Estimate(v, s[i], 40, 500))]).Slope.Suppressed);
    }

    private const double LineSlope = 1.51088817254436, LineError = .388234558010265, LineMisfit = 2.80253530024834;
}
