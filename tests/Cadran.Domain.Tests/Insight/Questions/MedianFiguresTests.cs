using Cadran.Insight;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Domain.Tests.Insight.Questions;

public sealed class MedianFiguresTests
{
    [Theory]
    [InlineData(40, false, false)]
    [InlineData(41, true, false)]
    [InlineData(300, true, true)]
    [InlineData(7, false, true)]
    public void Median_OfCounts_IsThatOfTheRows(int people, bool weighted, bool clustered)
    {
        var answers = Enumerable.Range(0, people).Select(i => (sbyte)((i * 7 + i / 3) % 6 is 5 ? -2 : 1 + (i * 7 + i / 3) % 6)).ToArray();
        var design = Design.From(new DesignColumns
        {
            Rows = people,
            Weights = weighted ? [.. Enumerable.Range(0, people).Select(i => 1 + i % 4 * 0.5)] : null,
            Clusters = clustered ? Factor.Of([.. Enumerable.Range(0, people).Select(i => i % 5)]) : null,
        });
        // A reversed scale of 1 to 5: code 1 is the worst answer, the number 5.
        double[] values = [5, 4, 3, 2, 1];
        var (value, low, high) = MedianFigures.Of(Tabulation.Of(design, [new Item(answers, new(1, 5))])[0].Overall, values, 0.95);
        var rows = Quantile.Of(design, [.. answers.Select(a => a < 0 ? double.NaN : values[a - 1])], 0.5);
        Assert.Equal(rows.Value, value);
        Assert.Equal((rows.Interval?.Low, rows.Interval?.High), (low, high));
    }

    [Fact]
    public void NobodyAnswered_IsNoNumber()
    {
        var nobody = Tabulation.Of(Design.SimpleRandom(3), [new Item(new sbyte[] { -1, -2, -3 }, new(1, 5))])[0].Overall;
        Assert.Equal((double.NaN, null, null), MedianFigures.Of(nobody, [1, 2, 3, 4, 5], 0.95));
    }
}
