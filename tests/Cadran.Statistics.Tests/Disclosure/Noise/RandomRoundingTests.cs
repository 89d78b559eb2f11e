using Cadran.Statistics.Disclosure;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class RandomRoundingTests
{
    [Fact]
    public void Rounding_IsUnbiased_AndStaysWithinTheBase()
    {
        for (var count = 0; count <= 12; count++)
        {
            var rounded = Enumerable.Range(0, 20_000).Select(i => new RandomRounding(17).Round(count, $"cell {i}")).ToList();
            Assert.All(rounded, r => Assert.True(r % 5 == 0 && Math.Abs(r - count) < 5));
            // Standard error of the mean is at most 2.5/√20000 = 0.018.
            Assert.Equal(count, rounded.Average(), 0.07);
        }
    }

    [Fact]
    public void TheSameCell_IsAlwaysRoundedTheSame()
    {
        var rounding = new RandomRounding(99);
        Assert.Equal(rounding.Round(13, "q1=5|region=2"), new RandomRounding(99).Round(13, "q1=5|region=2"));
        Assert.Contains(Enumerable.Range(0, 50), seed => new RandomRounding((ulong)seed).Round(13, "x") != rounding.Round(13, "x"));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomRounding(1, 1));
        Assert.Equal(-1L, Assert.Throws<ArgumentOutOfRangeException>(() => new RandomRounding(1).Round(-1, "x")).ActualValue);
    }

    [Fact]
    public void CountThatCannotBeRoundedUp_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomRounding(1).Round(long.MaxValue, "x"));
}
