using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>When a target may be set, and where a later score stands against it.</summary>
public sealed class TargetRulesTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Somebody = new(Guid.NewGuid(), "S. Omebody");
    private static readonly Measurement Sixty = Measured(60, 58, 62);
    private static readonly Measurement Hidden =
        new(PublishedNumber.Withheld(new Suppression(SuppressionReason.TooFewRespondents)), 0);

    [Fact]
    public void Set_KeepsTheBaselineAndWhoSetIt()
    {
        Wave wave = Wave(new(2026, 1, 1), new(2026, 1, 31));
        Target target = Set(wave, Sixty, new(2027, 1, 31));
        Assert.Equal((wave.Id, wave.ServiceId), (target.BaselineWaveId, target.ServiceId));
        Assert.Equal((new Score(60), 1, 120), (target.Baseline, target.BaselineStandardError, target.BaselineRespondents));
        Assert.Equal((wave.ClosesOn, "S. Omebody", Now.AtUtc), (target.BaselineOn, target.SetBy, target.SetAtUtc));
    }

    [Fact]
    public void BaselineWave_MustBeOver()
    {
        Assert.Equal(("target.wave-not-over", "Wave"), Refusal(Wave(new(2026, 3, 1), new(2026, 3, 31)), Sixty, new(2027, 1, 1)));
        Wave closed = Wave(new(2026, 3, 1), new(2026, 3, 31));
        closed.Close(Somebody, Now);
        Assert.Equal(70, Set(closed, Sixty, new(2027, 1, 1)).Value.Value);
    }

    [Fact]
    public void Baseline_MustBeMeasuredAndShown()
    {
        Wave wave = Wave(new(2026, 1, 1), new(2026, 1, 31));
        Assert.Equal(("target.no-baseline", "Wave"), Refusal(wave, null, new(2027, 1, 1)));
        Assert.Equal(("target.no-baseline", "Wave"),
            Refusal(wave, Hidden, new(2027, 1, 1)));
    }

    [Fact]
    public void Due_IsAfterTodayAndAfterTheBaseline()
    {
        Assert.Equal(("target.due-past", "DueOn"), Refusal(Wave(new(2026, 1, 1), new(2026, 1, 31)), Sixty, Now.Today));
        Wave closed = Wave(new(2026, 3, 1), new(2026, 12, 31));
        closed.Close(Somebody, Now);
        Assert.Equal(("target.due-before-baseline", "DueOn"), Refusal(closed, Sixty, new(2026, 12, 31)));
    }

    [Theory]
    [InlineData(TargetKind.Relative, 10, 66)]
    [InlineData(TargetKind.Points, 10, 70)]
    [InlineData(TargetKind.GapClosure, 10, 64)]
    public void Change_AsPeopleWriteIt(TargetKind kind, double written, double value) =>
        Assert.Equal(value, TargetChange.Written(kind, written).From(new Score(60)).Target, 1e-12);

    [Theory]
    [InlineData(TargetKind.Points, 0, "target.change")]
    [InlineData(TargetKind.Relative, 100.5, "target.change")]
    [InlineData(TargetKind.Relative, double.NaN, "target.change")]
    [InlineData(TargetKind.GapClosure, 0.25, "target.gap-percent")]
    public void Change_ThatNobodyCanMean_IsRefused(TargetKind kind, double written, string code)
    {
        var refused = Assert.Throws<RuleViolationException>(() => TargetChange.Written(kind, written));
        Assert.Equal((code, "Change"), (refused.Code, refused.Field));
    }

    [Fact]
    public void Withdrawn_SaysByWhom_AndOnlyOnce()
    {
        Target target = Set(Wave(new(2026, 1, 1), new(2026, 1, 31)), Sixty, new(2027, 1, 31));
        target.Withdraw(Somebody, Now);
        Assert.Equal(("S. Omebody", (DateTime?)Now.AtUtc), (target.WithdrawnBy, target.WithdrawnAtUtc));
        Assert.Equal("target.already-withdrawn", Assert.Throws<RuleViolationException>(() => target.Withdraw(Somebody, Now)).Code);
    }

    // Half of the year after the baseline half of the ten points is expected: 65.
    [Theory]
    [InlineData(65.0, 64.9, TargetStatus.Undetermined)]
    [InlineData(66.0, 65.1, TargetStatus.OnTrack)]
    [InlineData(64.0, 63.1, TargetStatus.OffTrack)]
    public void Progress_IsDecidedByTheWholeInterval(double score, double low, TargetStatus status)
    {
        Target target = Set(Wave(new(2025, 12, 1), new(2025, 12, 31)), Sixty, new(2026, 12, 31));
        TargetProgress progress = TargetProgress.Of(target, Measured(score, low, score + (score - low)), new(2026, 7, 2));
        Assert.Equal(status, progress.Status);
        Assert.Equal((score - 60) / 10, progress.Progress, 1e-12);
        Assert.Equal(60 + 10 * 183 / 365.0, progress.Expected, 1e-12);
    }

    [Fact]
    public void Progress_WithoutAMeasurement_IsNotMeasured()
    {
        Target target = Set(Wave(new(2025, 12, 1), new(2025, 12, 31)), Sixty, new(2026, 12, 31));
        TargetProgress progress = TargetProgress.Of(target, Hidden, new(2027, 6, 1));
        Assert.Equal((TargetStatus.NotMeasured, double.NaN, 70), (progress.Status, progress.Progress, progress.Expected));
    }

    private static (string, string?) Refusal(Wave wave, Measurement? measured, DateOnly dueOn)
    {
        var refused = Assert.Throws<RuleViolationException>(() => Set(wave, measured, dueOn));
        return (refused.Code, refused.Field);
    }

    private static Target Set(Wave wave, Measurement? measured, DateOnly dueOn) =>
        Target.Set(wave, "overall", measured, TargetChange.Adding(new Points(10)), dueOn, Somebody, Now);

    private static Measurement Measured(double score, double low, double high) => new(new PublishedNumber(score, 1, low, high), 120);

    private static Wave Wave(DateOnly opens, DateOnly closes) =>
        Cadran.Collection.Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), "1", opens, closes, Somebody, Now);
}
