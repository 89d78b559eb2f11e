using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Tests.Comparison;

public sealed class ColumnLettersTests
{
    [Fact]
    public void ColumnLetters_MarkTheHigherColumn()
    {
        var rng = new Random(7);
        sbyte[] answers = [.. Enumerable.Range(0, 600).Select(i => (sbyte)Math.Clamp(3 + (i % 3 == 2 ? 1 : 0) + rng.Next(-1, 2), 1, 5))];
        var table =
            Tabulation.Of(Design.SimpleRandom(600), [new(answers, Scale.FivePoint)],
            Factor.Of([.. Enumerable.Range(0, 600).Select(i => i % 3)]));
        Assert.Equal(["", "", "AB"], ColumnLetters.Of(table[0], Scale.FivePoint.Top(2)));
        Assert.Equal("AB", ColumnLetters.Letter(27));
        Assert.Throws<ArgumentOutOfRangeException>(() => ColumnLetters.Letter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ColumnLetters.Of(table[0], Scale.FivePoint.Top(2), double.NaN));
        Assert.Throws<ArgumentException>(() => ColumnLetters.Of(table[0], Scale.FivePoint.Top(2), adjust: _ => []));
    }
}
