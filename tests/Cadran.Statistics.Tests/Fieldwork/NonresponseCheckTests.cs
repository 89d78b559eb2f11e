using Cadran.Statistics.Estimation;
using Cadran.Statistics.Fieldwork;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Fieldwork;

/// <summary>Effort, likeness to the frame, likeness within clusters, and gaps. Oracle: R 4.2.2, survey 4.1-1, Golden/more.R.</summary>
public class NonresponseCheckTests
{
    private static readonly Table T = CmtSynth.Wave(1);

    [Fact]
    public void LevelOfEffort_MatchesSvyglm()
    {
        var effort = LevelOfEffort.Of(CmtSynth.DesignOf(T), T.Numbers("overall"), [.. T.Numbers("resp_id").Select(r => (int)r % 4)]);
        Near(-.0195476620196849, effort.Slope.Value, 1e-10);
        Near(.0231450491160863, effort.Slope.StandardError, 1e-10);
        Near(.402918748257482, effort.Trend.P, 1e-9);
        Assert.Equal(44, effort.Trend.DegreesOfFreedom);
        Near(3.85506121443188, effort.ByEffort[0].Mean.Value, 1e-10);
        Near(.0543579290580565, effort.ByEffort[0].Mean.StandardError, 1e-10);
        Assert.Equal(4, effort.ByEffort.Count);
    }

    [Fact]
    public void LevelOfEffort_EdgeInputs()
    {
        var same = LevelOfEffort.Of(Design.SimpleRandom(3), [1, 2, 4], [1, 1, 1]);
        Assert.Equal(SuppressionReason.Undefined, same.Slope.Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Empty,
            LevelOfEffort.Of(Design.SimpleRandom(2), [double.NaN, double.NaN], [0, 1]).Slope.Suppressed!.Reason);
        Assert.Empty(LevelOfEffort.Of(Design.SimpleRandom(0), [], []).ByEffort);
        Assert.Throws<ArgumentOutOfRangeException>(() => LevelOfEffort.Of(Design.SimpleRandom(2), [1, 2], [0, -1]));
        Assert.Throws<ArgumentException>(() => LevelOfEffort.Of(Design.SimpleRandom(2), [1, 2], [0]));
    }

    [Fact]
    public void StandardisedDifference_FromTheFrame()
    {
        bool[] responded = [.. T.Numbers("resp_id").Select(r => r % 3 > 0)];
        Near(-.0205532462598451, FrameComparison.StandardisedDifference(T.Numbers("age"), responded), 1e-10);
        Assert.True(double.IsNaN(FrameComparison.StandardisedDifference([1, 2], [false, false])));
        Assert.True(double.IsNaN(FrameComparison.StandardisedDifference([2, 2], [true, false])));
        Assert.True(double.IsNaN(FrameComparison.StandardisedDifference([], [])));
        // Ten times .1 does not add up to 1 in doubles; the frame still does not vary.
        Assert.True(
            double.IsNaN(
                FrameComparison.StandardisedDifference([.. Enumerable.Repeat(.1, 10)], [.. Enumerable.Range(0, 10).Select(i => i < 3)])));
        Assert.Throws<ArgumentException>(() => FrameComparison.StandardisedDifference([1, double.NaN], [true, false]));
        Assert.Throws<ArgumentException>(() => FrameComparison.StandardisedDifference([1, 2], [true, false], [1, -1]));
        Assert.Throws<ArgumentException>(() => FrameComparison.StandardisedDifference([1, 2], [true]));
    }

    [Fact]
    public void ClusterHomogeneity_MatchesAnova()
    {
        var offices = ClusterHomogeneity.Of(T.Numbers("overall"), T.Factor("office"));
        Near(.0245640985290888, offices.Correlation, 1e-10);
        Near(23.8511726568247, offices.MeanSize, 1e-12);
        Near(1 + 24 * .0245640985290888, offices.DesignEffect(25), 1e-10);
        Near(1.2 * (1 + 24 * .0245640985290888), offices.DesignEffect(25, 1.2), 1e-10);
        Assert.Equal(1, ClusterHomogeneity.Of([1, 1, 2, 2], Factor.Of([1, 1, 2, 2])).Correlation, 1e-12);
        Assert.True(double.IsNaN(ClusterHomogeneity.Of([1, 2], Factor.Of([1, 1])).Correlation));
        Assert.True(double.IsNaN(ClusterHomogeneity.Of([], Factor.Of(Array.Empty<string>())).Correlation));
        Assert.Throws<ArgumentException>(() => ClusterHomogeneity.Of([1, double.PositiveInfinity], Factor.Of([1, 2])));
        Assert.Throws<ArgumentException>(() => ClusterHomogeneity.Of([1], Factor.Of([1, 2])));
        Assert.Throws<ArgumentOutOfRangeException>(() => offices.DesignEffect(.5));
    }

    [Fact]
    public void Gap_BetweenTwoItemsOfTheSamePeople()
    {
        var design = CmtSynth.DesignOf(T);
        var gap = Numeric.Gap(design, T.Numbers("timeliness"), T.Numbers("overall")); // some without timeliness
        Near(-.321784659987994, gap.Value, 1e-10);
        Near(.0222129006947715, gap.StandardError, 1e-10);
        var paired = Numeric.Gap(design, T.Numbers("overall"), T.Numbers("age"));
        Near(1.1853804390004, paired.Value, 1e-10);
        Near(.0538095683384218, paired.StandardError, 1e-10);
        Assert.Equal(45, paired.DegreesOfFreedom);
        Assert.Equal(SuppressionReason.Empty, Numeric.Gap(Design.SimpleRandom(2), [1, 2], [double.NaN, double.NaN]).Suppressed!.Reason);
    }
}
