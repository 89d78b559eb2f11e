using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>The verdict turns exactly at the documented limits, which are written out here.</summary>
public class SeparabilityTests
{
    [Fact]
    public void ConditionIndex_Of30IsStillSeparable()
    {
        var certain = Ranked([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]);
        Assert.True(Separability.Judge(30, certain).Separable);
        Assert.False(Separability.Judge(Math.BitIncrement(30.0), certain).Separable);
        Assert.False(Separability.Judge(double.PositiveInfinity, certain).Separable);
        Assert.Equal(0, Separability.Judge(1, certain).RankEntropy);
    }

    [Fact]
    public void RankEntropy_OfOneHalfIsStillSeparable()
    {
        // Two ranks of four, equally likely, for every driver: ln 2 / ln 4, √p ranks in play.
        var two = Ranked([.5, .5, 0, 0], [.5, .5, 0, 0], [0, 0, .5, .5], [0, 0, .5, .5]);
        Assert.Equal(.5, Separability.Judge(1, two).RankEntropy, 1e-15);
        Assert.True(Separability.Judge(1, two).Separable);
        var more = Ranked([.4999, .5, .0001, 0], [.5, .5, 0, 0], [.0001, 0, .4999, .5], [0, 0, .5, .5]);
        Assert.InRange(Separability.Judge(1, more).RankEntropy, .5, .501);
        Assert.False(Separability.Judge(1, more).Separable);
        Assert.Equal(
            1, Separability.Judge(
                1, Ranked([.25, .25, .25, .25], [.25, .25, .25, .25], [.25, .25, .25, .25], [.25, .25, .25, .25])).RankEntropy, 1e-15);
    }

    [Fact]
    public void SingleDriver_HasNoRankToBeUnsureOf_AndNoReplicatesNoVerdict()
    {
        Assert.Equal((true, 0), (Separability.Judge(1, Ranked([1])).Separable, Separability.Judge(1, Ranked([1])).RankEntropy));
        var unknown = Separability.Judge(1, Ranked([double.NaN, double.NaN], [double.NaN, double.NaN]));
        Assert.Equal((false, double.NaN), (unknown.Separable, unknown.RankEntropy));
    }

    private static DriverImportance[] Ranked(params double[][] probabilities) =>
        Array.ConvertAll(probabilities, p => new DriverImportance(.1, .25, .2, .3, .1, .1, .1, .1, 1, 1, 4, p, false));
}
