using Cadran.Statistics.Benchmarks;

namespace Cadran.Statistics.Tests.Benchmarks;

public sealed class JamesSteinTests
{
    [Fact]
    public void JamesStein_MatchesEfronAndMorris()
    {
        int[] hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
        double[] averages = [.. hits.Select(h => h / 45.0)];
        var mean = averages.Average();
        var expected = Oracle.Values("misc_R.json").Numbers("EfronMorris_JS");
        var result = JamesStein.Of(averages, expected[1]);
        Assert.Equal(mean * (1 - mean) / 45, expected[1], 1e-14);
        Assert.Equal(expected[0], result.Mean, 1e-14);
        Assert.Equal(expected[2], result.Shrinkage, 1e-13);
        Assert.Equal(expected[3], result.Values[0], 1e-13);
        Assert.Equal(expected[4], result.Values[^1], 1e-13);
    }

    [Fact]
    public void JamesStein_EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Equal([3.0, 3, 3, 3], JamesStein.Of([3, 3, 3, 3], 1).Values);
        Assert.Equal(1, JamesStein.Of([1, 2, 3, 4], 1e9).Shrinkage);
        Assert.Throws<ArgumentException>(() => JamesStein.Of([1, 2, 3], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => JamesStein.Of([1, 2, 3, 4], -1));
    }
}
