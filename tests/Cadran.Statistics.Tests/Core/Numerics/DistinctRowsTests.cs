using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests;

public sealed class DistinctRowsTests
{
    [Fact]
    public void Rows_ShareAPattern_ExactlyWhenTheyAgreeInEveryVariable()
    {
        var random = new PortableRandom(8);
        double[] odd = [0.5, 1e9, -300, double.MinValue, 3, -128, 127, 128];
        double[][] columns = [Draw(_ => random.NextInt(5)), Draw(_ => odd[random.NextInt(odd.Length)]), Draw(_ => -random.NextInt(3))];
        var distinct = DistinctRows.Of(columns, 500);
        var byValue = Enumerable.Range(0, 500).GroupBy(i => (columns[0][i], columns[1][i], columns[2][i])).ToList();
        Assert.Equal(byValue.Count, distinct.First.Length);
        foreach (var group in byValue)
        {
            Assert.Single(group.Select(i => distinct.PatternOfRow[i]).Distinct());
            Assert.Equal(group.Min(), distinct.First[distinct.PatternOfRow[group.First()]]);
        }
    }

    [Fact]
    public void ContinuousColumns_GiveOnePatternPerRow()
    {
        var random = new PortableRandom(9);
        var x = Draw(_ => random.NextNormal());
        var distinct = DistinctRows.Of([x, x], 500);
        Assert.Equal(500, distinct.First.Length);
        Assert.Equal(Enumerable.Range(0, 500), distinct.PatternOfRow);
        Assert.Empty(DistinctRows.Of([[]], 0).First);
        Assert.Equal([500.0], DistinctRows.Of([], 500).Sum(Draw(_ => 1)));
    }

    private static double[] Draw(Func<int, double> value) => [.. Enumerable.Range(0, 500).Select(value)];
}
