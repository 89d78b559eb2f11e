using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class PublicationLogTests
{
    private const int People = 100;

    [Fact]
    public void AllButAFew_IsRefused_InBothOrders()
    {
        var log = new PublicationLog(People);
        Assert.Equal(DifferencingRisk.None, log.TryPublish(Range(0, 100)));
        Assert.Equal(DifferencingRisk.Difference, log.TryPublish(Range(3, 100)));
        Assert.Equal(DifferencingRisk.None, log.TryPublish(Range(5, 100)));
        var reverse = new PublicationLog(People);
        Assert.Equal(DifferencingRisk.None, reverse.TryPublish(Range(3, 100)));
        Assert.Equal(DifferencingRisk.Difference, reverse.TryPublish(Range(0, 100)));
    }

    [Theory]
    [InlineData(1, DifferencingRisk.Difference)]
    [InlineData(4, DifferencingRisk.Difference)]
    [InlineData(5, DifferencingRisk.None)]
    public void FewerThanTheMinimum_AreTooFew_TheMinimumIsNot(int left, DifferencingRisk expected)
    {
        var log = new PublicationLog(People);
        log.TryPublish(Range(0, 100));
        Assert.Equal(expected, log.TryPublish(Range(left, 100)));
        Assert.Equal(left < 5 ? DifferencingRisk.TooFew : DifferencingRisk.None, new PublicationLog(People).TryPublish(Range(0, left)));
    }

    [Theory]
    [InlineData(1, DifferencingRisk.Combination)]
    [InlineData(2, DifferencingRisk.None)]
    public void LongerCombinations_AreJudgedByTheSameMinimum(int split, DifferencingRisk expected)
    {
        // (a + b + p + q) + (c + d) − (a + c) − (b + d) leaves p and q, 3 people and `split`; (p + e) tells the two apart.
        bool[] Set(params (int From, int Count)[] parts) =>
            [.. Enumerable.Range(0, People).Select(i => parts.Any(p => i >= p.From && i < p.From + p.Count))];
        (int, int) a = (0, 10), b = (10, 10), c = (20, 10), d = (30, 10), e = (40, 10), p = (50, split), q = (60, 3);
        var log = new PublicationLog(People);
        foreach (var published in new[] { Set(c, d), Set(a, c), Set(b, d), Set(p, e) })
            Assert.Equal(DifferencingRisk.None, log.TryPublish(published));
        Assert.Equal(expected, log.Check(Set(a, b, p, q)));
    }

    [Fact]
    public void TwoPartsOfAWhole_ThatLeaveAFew_AreRefused_InEveryOrder()
    {
        bool[][] parts = [Range(0, 100), Range(0, 50), Range(52, 100)];
        foreach (var order in new[] { (0, 1, 2), (1, 2, 0), (2, 0, 1) })
        {
            var log = new PublicationLog(People);
            Assert.Equal(DifferencingRisk.None, log.TryPublish(parts[order.Item1]));
            Assert.Equal(DifferencingRisk.None, log.TryPublish(parts[order.Item2]));
            Assert.Equal(DifferencingRisk.Remainder, log.TryPublish(parts[order.Item3]));
            Assert.Equal(2, log.Count);
        }
    }

    [Fact]
    public void SmallPopulations_AreRefused_AndOverlappingLargeOnesAllowed()
    {
        var log = new PublicationLog(People);
        Assert.Equal(DifferencingRisk.TooFew, log.TryPublish(Range(0, 4)));
        Assert.Equal(DifferencingRisk.None, log.TryPublish(Range(0, 50)));
        Assert.Equal(DifferencingRisk.None, log.TryPublish(Range(48, 100)));
    }

    [Fact]
    public void TheSameResult_MayBeShownAgain()
    {
        var log = new PublicationLog(People);
        log.TryPublish(Range(0, 60));
        Assert.Equal(DifferencingRisk.None, log.TryPublish(Range(0, 60)));
        Assert.Equal(1, log.Count);
    }

    [Fact]
    public void Check_DoesNotRemember()
    {
        var log = new PublicationLog(People);
        Assert.Equal(DifferencingRisk.None, log.Check(Range(0, 60)));
        Assert.Equal(0, log.Count);
    }

    [Fact]
    public void GroupingsThatCutEachOther_AreCheckedAgainstEachOther()
    {
        // Ages 0-39, 40-69, 70-99 beside regions of which two, together, are the first two age bands and two people more.
        var log = new PublicationLog(People);
        foreach (var age in new[] { Range(0, 40), Range(40, 70), Range(70, 100) }) Assert.Equal(DifferencingRisk.None, log.TryPublish(age));
        Assert.Equal(DifferencingRisk.None, log.TryPublish(Set(i => i < 20 || i is >= 40 and < 55)));
        Assert.Equal(DifferencingRisk.Combination, log.TryPublish(Set(i => i is >= 20 and < 40 or >= 55 and < 72)));
        Assert.Equal(4, log.Count);
        Assert.Equal([DifferencingRisk.Combination], log.Refused);
        // The same regions without the two are harmless.
        Assert.Equal(DifferencingRisk.None, log.TryPublish(Set(i => i is >= 20 and < 40 or >= 55 and < 70)));
    }

    [Fact]
    public void MultiplesOfResults_AreSeenToo()
    {
        // Three sets that cover a, b and c twice and x once: half of (ab + bc + ca) is abc, which abcx gives away.
        var log = new PublicationLog(People);
        foreach (var set in new[] { Range(0, 60), Range(30, 90), Set(i => i is < 30 or (>= 60 and < 90)) })
            Assert.Equal(DifferencingRisk.None, log.TryPublish(set));
        Assert.Equal(DifferencingRisk.Combination, log.TryPublish(Range(0, 92)));
    }

    [Fact]
    public void WhatIsAllowed_IsolatesNobody_ByAnySumOfResults()
    {
        // Brute force over all coefficients −2..2 of up to five results on random sets.
        var random = new Cadran.Statistics.Simulation.PortableRandom(31);
        var refused = 0;
        for (var round = 0; round < 60; round++)
        {
            var log = new PublicationLog(24, 3);
            var sets = new List<bool[]>();
            for (var k = 0; k < 5; k++)
            {
                // Six blocks of four people, sometimes with one person moved.
                var blocks = random.NextInt(63) + 1;
                var odd = random.NextDouble() < 0.5 ? random.NextInt(24) : -1;
                bool[] set = [.. Enumerable.Range(0, 24).Select(i => (blocks >> (i / 4) & 1) == 1 != (i == odd))];
                if (log.TryPublish(set) == DifferencingRisk.None) sets.Add(set);
                else if (log.Refused[^1] == DifferencingRisk.Combination) refused++;
            }
            for (var code = 0; code < (int)Math.Pow(5, sets.Count); code++)
            {
                var sum = new int[24];
                for (int k = 0, c = code; k < sets.Count; k++, c /= 5)
                    for (var i = 0; i < 24; i++) sum[i] += sets[k][i] ? (c % 5) - 2 : 0;
                Assert.False(sum.All(v => v is 0 or 1) && sum.Sum() is 1 or 2);
            }
        }
        Assert.True(refused > 0);
    }

    [Fact]
    public void OrderOfPeople_DoesNotMatter()
    {
        bool[][] sets = [Set(i => i < 60), Set(i => i >= 55), Set(i => i % 2 == 0), Set(i => i % 2 == 0 != (i == 3)), Set(_ => true)];
        var (plain, permuted) = (new PublicationLog(People), new PublicationLog(People));
        foreach (var set in sets)
            Assert.Equal(plain.TryPublish(set), permuted.TryPublish([.. Enumerable.Range(0, People).Select(i => set[i * 37 % People])]));
    }

    [Fact]
    public void NobodyAndEverybody_HaveDocumentedOutcomes()
    {
        var empty = new PublicationLog(0);
        Assert.Equal(DifferencingRisk.TooFew, empty.TryPublish([]));
        Assert.Equal([DifferencingRisk.TooFew], empty.Refused);
        Assert.Equal(DifferencingRisk.None, new PublicationLog(5).TryPublish([true, true, true, true, true]));
    }

    [Fact]
    public void WrongSizes_Throw()
    {
        Assert.Throws<ArgumentException>(() => new PublicationLog(10).Check(Range(0, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PublicationLog(10, 0));
    }

    private static bool[] Set(Func<int, bool> includes) => [.. Enumerable.Range(0, People).Select(includes)];

    private static bool[] Range(int from, int to) => [.. Enumerable.Range(0, People).Select(i => i >= from && i < to)];

    [Fact]
    public void SearchThatGrowsTooLong_CountsAsARisk()
    {
        // Random halves of 400 people: no sum of a few of them is a set of a few people, but at some
        // number of results that takes too long to see.
        var random = new PortableRandom(3);
        var log = new PublicationLog(400);
        var risks = Enumerable.Range(0, 45)
            .Select(_ => log.TryPublish([.. Enumerable.Range(0, 400).Select(_ => random.NextInt(2) == 0)])).ToArray();
        Assert.All(risks[..20], risk => Assert.Equal(DifferencingRisk.None, risk));
        Assert.Equal(DifferencingRisk.Combination, risks[^1]);
    }
}
