using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

/// <summary>What is a burst: many, and many more than ever before in this wave.</summary>
public sealed class WavePaceTests
{
    private static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(new long[] { 5, 10, 12, 8 }, null)] // a few
    [InlineData(new long[] { 19, 19, 19 }, null)] // fewer than twenty are never one
    [InlineData(new long[] { 20 }, 20L)] // the first twenty are more than there ever were
    [InlineData(new long[] { 10, 30 }, null)] // three times as many are not more than three times
    [InlineData(new long[] { 10, 31 }, 31L)]
    [InlineData(new long[] { 15, 200, 300, 400 }, 200L)] // it goes on, and is no longer more than ever
    [InlineData(new long[] { 15, 200, 0, 700 }, 700L)]
    public void Burst_IsFarMoreThanEver(long[] came, long? burst)
    {
        WavePace pace = WavePace.Begin(Guid.NewGuid(), 1000, Start);
        long answers = 1000;
        foreach ((int i, long more) in came.Index())
            Assert.True(pace.Look(answers += more, Start + (i + 1) * WavePace.Interval));
        Assert.Equal(burst, pace.Burst);
        Assert.Equal(burst is null, pace.BurstAtUtc is null);
    }

    [Fact]
    public void LookJustAfterAnother_CountsNothing()
    {
        WavePace pace = WavePace.Begin(Guid.NewGuid(), 0, Start);
        Assert.False(pace.Look(500, Start.AddMinutes(1)));
        Assert.True(pace.Look(500, Start + WavePace.Interval));
        Assert.Equal(500, pace.Burst);
    }

    [Fact]
    public void AfterAPause_NothingIsCompared()
    {
        WavePace pace = WavePace.Begin(Guid.NewGuid(), 0, Start);
        Assert.True(pace.Look(500, Start.AddHours(9)));
        Assert.Equal((null, 0), (pace.Burst, pace.Most));
    }
}
