using Cadran.Statistics.Comparison;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

/// <summary>Oracle: R 4.2.2 stats, data sets of R where named.</summary>
public sealed class SimpleSampleTestsTests
{
    [Fact]
    public void WelchAndRankSum_Sleep()
    {
        double[] first = PairedTestsTests.First, second = PairedTestsTests.Second;
        var expected = Values("stats_R.json").Numbers("welch_sleep");
        var (difference, welch) = SimpleSampleTests.Welch(first, second);
        Near(expected[0], welch.Statistic, 1e-12);
        Near(expected[1], welch.DegreesOfFreedom, 1e-12);
        Near(expected[2], welch.P, 1e-11);
        var interval = difference.Interval()!.Value;
        Near(expected[3], interval.Low, 1e-10);
        Near(expected[4], interval.High, 1e-10);
        Expect("wilcox_sleep", SimpleSampleTests.RankSum(first, second), 1e-11);
    }

    [Fact]
    public void KruskalWallis_AirQuality()
    {
        var t = Data("base_airquality.csv");
        var ozone = t.Numbers("Ozone");
        var groups = t.Text("Month").Distinct()
            .Select(m => Enumerable.Range(0, t.Rows).Where(i => t.Text("Month")[i] == m && !double.IsNaN(ozone[i])).Select(i => ozone[i])
            .ToArray()).ToArray();
        var test = SimpleSampleTests.KruskalWallis(groups);
        Expect("kruskal_airquality", test, 1e-10);
    }

    [Fact]
    public void TwoShares()
    {
        Expect("twoprop_z_56_70_48_80", SimpleSampleTests.TwoShares(56, 70, 48, 80), 1e-11);
    }

    /// <summary>Statistic and p of stats_R.json.</summary>
    private static void Expect(string key, Significance test, double tolerance)
    {
        var expected = Values("stats_R.json").Numbers(key);
        Assert.Equal(2, expected.Length);
        Near(expected[0], test.Statistic, 1e-11, key);
        Near(expected[1], test.P, tolerance, key + " p");
    }
}
