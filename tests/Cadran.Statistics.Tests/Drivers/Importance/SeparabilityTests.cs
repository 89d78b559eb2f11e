using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>The verdict turns exactly at the documented limits, which are written out here.</summary>
public class SeparabilityTests
{
    [Fact]
    public void ConditionIndex_Of30IsStillSeparable()
    {
        var certain = Ranked((1, 1, [1, 0, 0, 0]), (2, 2, [0, 1, 0, 0]), (3, 3, [0, 0, 1, 0]), (4, 4, [0, 0, 0, 1]));
        Assert.True(Separability.Judge(30, certain).Separable);
        Assert.False(Separability.Judge(Math.BitIncrement(30.0), certain).Separable);
        Assert.False(Separability.Judge(double.PositiveInfinity, certain).Separable);
        Assert.Equal(0, Separability.Judge(1, certain).RankEntropy);
    }

    [Fact]
    public void RankRanges_ThatTouchAreNotSeparable()
    {
        Assert.True(Separability.Judge(1, Ranked((3, 3, [0, 0, 1]), (1, 1, [1, 0, 0]), (2, 2, [0, 1, 0]))).Separable);
        // Nearly certain, but rank 2 is possible for both.
        Assert.False(Separability.Judge(1, Ranked((1, 2, [.97, .03, 0]), (2, 2, [.03, .97, 0]), (3, 3, [0, 0, 1]))).Separable);
        Assert.False(Separability.Judge(1, Ranked((1, 1, [1, 0, 0]), (1, 1, [1, 0, 0]), (3, 3, [0, 0, 1]))).Separable);
        // One range inside another.
        Assert.False(Separability.Judge(1, Ranked((1, 3, [.3, .4, .3]), (2, 2, [0, 1, 0]), (4, 4, [0, 0, 1]))).Separable);
    }

    [Fact]
    public void RankEntropy_OfOneHalfIsStillSeparable()
    {
        // Two ranks of four, equally likely, for every driver: ln 2 / ln 4, √p ranks in play.
        var two = Ranked((1, 1, [.5, .5, 0, 0]), (2, 2, [.5, .5, 0, 0]), (3, 3, [0, 0, .5, .5]), (4, 4, [0, 0, .5, .5]));
        Assert.Equal(.5, Separability.Judge(1, two).RankEntropy, 1e-15);
        Assert.True(Separability.Judge(1, two).Separable);
        var more = Ranked((1, 1, [.4999, .5, .0001, 0]), (2, 2, [.5, .5, 0, 0]), (3, 3, [.0001, 0, .4999, .5]), (4, 4, [0, 0, .5, .5]));
        Assert.InRange(Separability.Judge(1, more).RankEntropy, .5, .501);
        Assert.False(Separability.Judge(1, more).Separable);
        double[] any = [.25, .25, .25, .25];
        Assert.Equal(1, Separability.Judge(1, Ranked((1, 4, any), (1, 4, any), (1, 4, any), (1, 4, any))).RankEntropy, 1e-15);
    }

    [Fact]
    public void SingleDriver_HasNoRankToBeUnsureOf_AndNoReplicatesNoVerdict()
    {
        var one = Ranked((1, 1, [1]));
        Assert.Equal((true, 0), (Separability.Judge(1, one).Separable, Separability.Judge(1, one).RankEntropy));
        var unknown = Separability.Judge(1, Ranked((1, 2, [double.NaN, double.NaN]), (1, 2, [double.NaN, double.NaN])));
        Assert.Equal((false, double.NaN), (unknown.Separable, unknown.RankEntropy));
    }

    private static DriverImportance[] Ranked(params (int Best, int Worst, double[] Ranks)[] drivers) =>
        Array.ConvertAll(drivers, d => new DriverImportance(.1, .25, .2, .3, .1, .1, .1, .1, 1, d.Best, d.Worst, d.Ranks, false));
}
