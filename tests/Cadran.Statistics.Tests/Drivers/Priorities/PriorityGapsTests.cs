using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

public class PriorityGapsTests
{
    [Fact]
    public void Gaps_FollowTheirFormulas()
    {
        Close.To(-20, PriorityGaps.Service(60, 80), 1e-15);
        Close.To(4 * 20 / 5.0, PriorityGaps.Weighted(4, 80, 60, 5), 1e-15);
        Close.To(12, PriorityGaps.Opportunity(9, 6), 1e-15);
        Close.To(5, PriorityGaps.Opportunity(5, 8), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => PriorityGaps.Weighted(4, 80, 60, 0));
    }

    [Fact]
    public void DifferenceReliability_IsLowForCorrelatedScores()
    {
        // Two scores of reliability .8 that correlate .6 leave a difference of reliability .5.
        Close.To(0.5, PriorityGaps.DifferenceReliability(0.8, 0.8, 0.6), 1e-14);
        Close.To(0.8, PriorityGaps.DifferenceReliability(0.8, 0.8, 0), 1e-14);
        Assert.True(double.IsNaN(PriorityGaps.DifferenceReliability(1, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PriorityGaps.DifferenceReliability(1.2, 0.8, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PriorityGaps.DifferenceReliability(0.8, 0.8, double.NaN));
    }

    [Fact]
    public void StatedAndDerived_FlagsWhatMovesMoreThanIsSaid()
    {
        var compared = StatedAndDerived.Compare([90, 60, 88], [0.2, 0.5, 0.3]);
        Assert.Equal([false, true, false], compared.Select(c => c.Hidden));
        Assert.Equal([true, false, true], compared.Select(c => c.TakenForGranted));
        Assert.Empty(StatedAndDerived.Compare([], []));
        Assert.Throws<ArgumentException>(() => StatedAndDerived.Compare([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => StatedAndDerived.Compare([double.NaN], [1]));
    }
}
