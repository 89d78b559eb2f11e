using Cadran.Statistics.Comparison;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

/// <summary>Oracle: R 4.2.2, <c>mcnemar.test</c>.</summary>
public sealed class PairedSharesTests
{
    [Fact]
    public void McNemar()
    {
        var plain = PairedShares.McNemar(150, 86);
        Expect("mcnemar_agresti", plain, 1e-10);
        var corrected = PairedShares.McNemar(150, 86, corrected: true);
        Expect("mcnemar_agresti_cc", corrected, 1e-10);
        Near(2 * (1 + 8 + 28) / 256.0, PairedShares.McNemarExact(6, 2).P, 1e-12);
        Assert.Equal(1, PairedShares.McNemarExact(3, 3).P);
        // Counts whose sum is above 2³¹. R 4.2.2: (b − c)²/(b + c) with pchisq, 2·pbinom.
        Near(2.500062501562539, PairedShares.McNemar(2_000_000_000, 1_999_900_000).Statistic, 1e-12);
        Near(.113841779932722, PairedShares.McNemar(2_000_000_000, 1_999_900_000).P, 1e-10);
        Near(.1138453943466893, PairedShares.McNemarExact(2_000_000_000, 1_999_900_000).P, 1e-9);
        Assert.NotNull(PairedShares.McNemar(0, 0).Suppressed);
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
