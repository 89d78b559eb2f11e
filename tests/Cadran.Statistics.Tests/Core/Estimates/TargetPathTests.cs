using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests;

/// <summary>
/// Target arithmetic on published figures: satisfaction with Canadian federal services 60 (1998) to 64 (2003); standards met 52 of
/// 68, then 53 of 73.
/// </summary>
public class TargetPathTests
{
    [Fact]
    public void TenPercent_OfThreeThings()
    {
        Near(66, TargetPath.Relative(60, .1).Target, 1e-14);
        Near(70, TargetPath.Adding(60, 10).Target, 1e-14);
        Near(64, TargetPath.ClosingGap(60, .1).Target, 1e-14);
        var points = TargetPath.Adding(60, 4);
        Near(4 / 60.0, points.RelativeChange, 1e-14);
        Near(.1, points.GapShare, 1e-14);
        // "A decrease of 4 %" in the report: in points and in per cent.
        var decrease = TargetPath.Adding(5200 / 68.0, 5300 / 73.0 - 5200 / 68.0);
        Near(-3.8678, decrease.Points, 1e-4);
        Near(-.0506, decrease.RelativeChange, 1e-3);
    }

    [Fact]
    public void Progress_IsNotClipped()
    {
        Near(.666666666666667, TargetPath.Relative(60, .1).Progress(64), 1e-12);
        Near(.4, TargetPath.Adding(60, 10).Progress(64), 1e-12);
        Near(-1 / 3.0, TargetPath.Relative(60, .1).Progress(58), 1e-12);
        Near(1.5, TargetPath.Adding(60, 10).Progress(75), 1e-12);
        Assert.True(double.IsNaN(TargetPath.Adding(60, 0).Progress(64)));
    }

    [Fact]
    public void Ceiling_CapsAndWarns()
    {
        // From a baseline of 100/1.1 or more a tenth of it does not fit under 100.
        var over = TargetPath.Relative(95, .1);
        Assert.Equal((100, true), (over.Target, over.IsAtCeiling));
        Near(104.5, over.Wanted, 1e-13);
        Near(5, over.Points, 1e-13);
        Assert.False(TargetPath.Relative(90.9, .1).IsAtCeiling);
        Assert.True(TargetPath.Relative(90.91, .1).IsAtCeiling);
        foreach (var baseline in new[] { 0, 33.3, 60, 99.9 }) Assert.Equal(100, TargetPath.ClosingGap(baseline, 1).Target);
    }

    [Fact]
    public void Line_AndTheMarginThatDecides()
    {
        var path = TargetPath.Adding(60, 10);
        Assert.Equal((60, 65, 70), (path.Expected(-1), path.Expected(.5), path.Expected(3)));
        Assert.True(path.IsOnTrack(new Interval(65, 69), .5));
        Assert.False(path.IsOnTrack(new Interval(60, 64.9), .5));
        Assert.Null(path.IsOnTrack(new Interval(60, 65), .5));
        Assert.Null(path.IsOnTrack(new Interval(64, 69), .5));
    }

    [Fact]
    public void WhatCannotBe_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TargetPath.Adding(101, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TargetPath.Adding(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TargetPath.Relative(60, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => TargetPath.Adding(60, 1).Expected(double.NaN));
        Assert.True(double.IsNaN(TargetPath.Adding(0, 10).RelativeChange));
        Assert.True(double.IsNaN(TargetPath.Adding(100, 0).GapShare));
    }
}
