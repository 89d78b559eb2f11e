using Cadran.Insight;

namespace Cadran.Domain.Tests.Insight.Disclosure;

/// <summary>Which answers of an open wave wait.</summary>
public sealed class HeldBackTests
{
    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(20, 5)]
    public void AtLeastFiveWait(int answers, int held)
    {
        uint[] places = [.. Enumerable.Range(0, answers).Select(i => uint.MaxValue - (uint)i * 1000)];
        Assert.Equal(held, places.Count(p => p <= HeldBack.Limit(places)));
    }

    [Fact]
    public void ATenthOfManyWaits()
    {
        var random = new Random(20261130);
        uint[] places = [.. Enumerable.Range(0, 20_000).Select(_ => (uint)random.NextInt64(1L << 32))];
        Assert.InRange(places.Count(p => p <= HeldBack.Limit(places)), 1800, 2200);
    }

    [Fact]
    public void WhoWasShown_StaysShown_HoweverManyCome()
    {
        var random = new Random(20261130);
        var (places, shown) = (new List<uint>(), new HashSet<uint>());
        for (var i = 0; i < 400; i++)
        {
            places.Add((uint)random.NextInt64(1L << 32));
            var limit = HeldBack.Limit([.. places]);
            Assert.All(shown, place => Assert.True(place > limit));
            shown.UnionWith(places.Where(p => p > limit));
        }
    }
}
