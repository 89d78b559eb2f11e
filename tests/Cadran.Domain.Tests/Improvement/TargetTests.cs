using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>The three readings of "10 %", each against a figure worked out by hand.</summary>
public sealed class TargetTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));

    // From 60: the gap to 100 is 40, a quarter of it is 10 points, which are a sixth of 60.
    [Theory]
    [InlineData(TargetKind.Relative, 0.25, 75, 15, 0.25, 0.375)]
    [InlineData(TargetKind.Points, 25, 85, 25, 25.0 / 60, 0.625)]
    [InlineData(TargetKind.GapClosure, 0.25, 70, 10, 1.0 / 6, 0.25)]
    [InlineData(TargetKind.GapClosure, 1, 100, 40, 2.0 / 3, 1)]
    public void FromSixty_EachKindIsWhatItSays(TargetKind kind, double change, double value, double points, double relative, double gap)
    {
        Target target = From(60, kind, change);
        Assert.Equal(value, target.Value, 1e-12);
        Assert.Equal(points, target.Points, 1e-12);
        Assert.Equal(relative, target.RelativeChange, 1e-12);
        Assert.Equal(gap, target.GapShare, 1e-12);
        Assert.Equal(60 + points / 2, target.ExpectedOn(new DateOnly(2026, 7, 2)), 1e-12);
    }

    [Theory]
    [InlineData(60, TargetKind.GapClosure, 1.01, "target.above-ceiling")]
    [InlineData(60, TargetKind.GapClosure, 0, "target.no-change")]
    [InlineData(60, TargetKind.GapClosure, -0.1, "target.no-change")]
    [InlineData(100, TargetKind.GapClosure, 0.5, "target.nothing-to-gain")]
    [InlineData(100, TargetKind.Points, 1, "target.nothing-to-gain")]
    [InlineData(95, TargetKind.Relative, 0.1, "target.above-ceiling")]
    public void Bounds_AreKept(double baseline, TargetKind kind, double change, string code) =>
        Assert.Equal(code, Assert.Throws<RuleViolationException>(() => From(baseline, kind, change)).Code);

    [Theory]
    [InlineData(0.1)]
    [InlineData(33.333333333333336)]
    [InlineData(66.66666666666667)]
    [InlineData(99.9)]
    public void TheWholeGap_IsExactlyTheTop(double baseline)
    {
        Target target = From(baseline, TargetKind.GapClosure, 1);
        Assert.Equal(100, target.Value.Value);
        Assert.True(target.IsAtCeiling);
    }

    private static Target From(double baseline, TargetKind kind, double change) => Target.Set(
        Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), "1", new(2025, 12, 1), new(2026, 1, 1), Actor.System, Now),
        MeasureNames.Overall, new Measurement(new(baseline, 1, baseline - 2, baseline + 2), 100), kind switch
        {
            TargetKind.Relative => TargetChange.Relative(new Share(change)),
            TargetKind.GapClosure => TargetChange.ClosingGap(new Share(change)),
            _ => TargetChange.Adding(new Points(change)),
        }, new DateOnly(2026, 12, 31), Actor.System, Now);
}
