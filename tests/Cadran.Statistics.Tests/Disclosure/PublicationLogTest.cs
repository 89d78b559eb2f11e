using Cadran.Statistics.Disclosure;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class PublicationLogTest
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
    public void WrongSizes_Throw()
    {
        Assert.Throws<ArgumentException>(() => new PublicationLog(10).Check(Range(0, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PublicationLog(10, 0));
    }

    private static bool[] Range(int from, int to) => [.. Enumerable.Range(0, People).Select(i => i >= from && i < to)];
}
