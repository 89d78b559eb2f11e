using Cadran.Statistics.Benchmarks;

namespace Cadran.Statistics.Tests.Benchmarks;

public sealed class FunnelTests
{
    // R 4.2.2, qbinom(c(.001, .025, .975, .999), n, p).
    [Theory]
    [InlineData(1, 0.8, 0, 0, 1, 1)]
    [InlineData(10, 0.8, 4, 5, 10, 10)]
    [InlineData(35, 0.8, 20, 23, 32, 34)]
    [InlineData(263, 0.31, 59, 67, 96, 105)]
    [InlineData(5000, 0.99, 4927, 4936, 4963, 4970)]
    [InlineData(40000000, 0.9, 35994136, 35996281, 36003718, 36005862)]
    public void FunnelLimits_MatchQbinom(long cases, double rate, long alarmLow, long warningLow, long warningHigh, long alarmHigh)
    {
        var limits = new Funnel(rate).At(cases);
        Assert.Equal(
            new FunnelLimits(alarmLow / (double)cases, warningLow / (double)cases, warningHigh / (double)cases, alarmHigh / (double)cases),
            limits);
        var funnel = new Funnel(rate);
        Assert.Equal(FunnelPosition.Within, funnel.Locate(warningLow, cases));
        Assert.Equal(FunnelPosition.Within, funnel.Locate(warningHigh, cases));
        if (warningHigh < alarmHigh) Assert.Equal(FunnelPosition.AboveWarning, funnel.Locate(warningHigh + 1, cases));
        if (alarmLow < warningLow) Assert.Equal(FunnelPosition.BelowWarning, funnel.Locate(alarmLow, cases));
        if (warningHigh < alarmHigh) Assert.Equal(FunnelPosition.AboveWarning, funnel.Locate(alarmHigh, cases));
        if (warningLow > alarmLow) Assert.Equal(FunnelPosition.BelowWarning, funnel.Locate(warningLow - 1, cases));
        if (alarmLow > 0) Assert.Equal(FunnelPosition.BelowAlarm, funnel.Locate(alarmLow - 1, cases));
        if (alarmHigh < cases) Assert.Equal(FunnelPosition.AboveAlarm, funnel.Locate(alarmHigh + 1, cases));
    }

    [Fact]
    public void Funnel_EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Equal(FunnelPosition.Within, new Funnel(0.8).Locate(0, 0));
        Assert.Equal(FunnelPosition.AboveAlarm, new Funnel(0).Locate(1, 10));
        Assert.Equal(FunnelPosition.BelowAlarm, new Funnel(1).Locate(9, 10));
        // R: qbinom(c(.25, .75), 2, .5): a probability reached exactly is reached.
        Assert.Equal((0.0, 0.5), (new Funnel(0.5, 0.5, 0.9).At(2).WarningLow, new Funnel(0.5, 0.5, 0.9).At(2).WarningHigh));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Funnel(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Funnel(0.5, 0.99, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Funnel(0.5).Locate(3, 2));
    }
}
