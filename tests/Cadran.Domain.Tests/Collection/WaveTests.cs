using Cadran.Collection;
using Cadran.People;

namespace Cadran.Domain.Tests.Collection;

/// <summary>The states of a wave and who brought them about, without a browser.</summary>
public sealed class WaveTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Planner = new(Guid.NewGuid(), "P. Lanner"), Closer = new(Guid.NewGuid(), "C. Loser");

    [Theory]
    [InlineData("2026-02-28", WaveState.Planned)]
    [InlineData("2026-03-01", WaveState.Open)]
    [InlineData("2026-03-31", WaveState.Open)]
    [InlineData("2026-04-01", WaveState.Closed)]
    public void State_BothDaysCount(string day, WaveState state) =>
        Assert.Equal(state, Plan().StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Planned_KnowsByWhom_AndGetsAnAddressOfItsOwn()
    {
        Wave wave = Plan();
        Assert.Equal(("P. Lanner", Now.AtUtc), (wave.PlannedBy, wave.PlannedAtUtc));
        Assert.Matches("^[a-hj-km-np-z2-9]{12}$", wave.Slug);
        Assert.NotEqual(wave.Slug, Plan().Slug);
    }

    [Fact]
    public void LastDayBeforeTheFirst_IsRefused_AndChangesNothing()
    {
        Wave wave = Plan();
        var refused = Assert.Throws<RuleViolationException>(() =>
            wave.Correct("Other", new(2026, 3, 2), new(2026, 3, 1), null, reliedOn: false, Closer, Now));
        Assert.Equal(("wave.dates", "ClosesOn"), (refused.Code, refused.Field));
        Assert.Equal(("2026-1", new DateOnly(2026, 3, 1)), (wave.Name, wave.OpensOn));
        Assert.Throws<RuleViolationException>(() =>
            Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), "x", new(2026, 3, 2), new(2026, 3, 1), Planner, Now));
    }

    [Theory]
    [InlineData(""), InlineData("  ")]
    public void WithoutAName_IsRefused(string name) =>
        Assert.Equal("Name", Assert.Throws<RuleViolationException>(() =>
            Plan().Correct(name, new(2026, 3, 1), new(2026, 3, 2), null, reliedOn: false, Closer, Now)).Field);

    [Fact]
    public void OtherDays_NeedAReason_WhereOthersRelyOnThem_AndTheEarlierOnesStay()
    {
        Wave wave = Plan();
        DateOnly opened = wave.OpensOn, closed = wave.ClosesOn;
        var refused = Assert.Throws<RuleViolationException>(() =>
            wave.Correct(wave.Name, opened, closed.AddDays(3), " ", reliedOn: true, Closer, Now));
        Assert.Equal(("correction.reason", "Reason"), (refused.Code, refused.Field));
        wave.Correct("Spring", opened, closed, null, reliedOn: true, Closer, Now);
        wave.Correct("Spring", opened, closed.AddDays(2), "The post was late.", reliedOn: true, Closer, Now);
        Assert.Equal(
            [
                new("Name", "2026-1", "Spring", null, Closer.Name, Now.AtUtc),
                new Correction("ClosesOn", closed.Iso(), closed.AddDays(2).Iso(), "The post was late.", Closer.Name, Now.AtUtc),
            ], wave.Corrections);
    }

    [Fact]
    public void OnlyAWaveThatNothingCameOf_CanBeDeleted()
    {
        Wave wave = Plan();
        string Code(long answers, int files, int resting, DateOnly day) =>
            Assert.Throws<RuleViolationException>(() => wave.RequireDeletable(answers, files, resting, day)).Code;
        DateOnly after = wave.ClosesOn.AddDays(1);
        Assert.Equal("wave.open", Code(0, 0, 0, wave.OpensOn));
        Assert.Equal("wave.has-answers", Code(1, 0, 0, after));
        Assert.Equal("wave.cited", Code(0, 0, 1, after));
        Assert.Equal("wave.has-files", Code(0, 1, 0, after));
        wave.RequireDeletable(0, 0, 0, after);
    }

    [Fact]
    public void Closed_IsClosedOnAnyDay()
    {
        Wave wave = Plan();
        wave.Close(Closer, Now);
        Assert.Equal(WaveState.Closed, wave.StateOn(Now.Today));
        Assert.Equal("wave.already-closed", Assert.Throws<RuleViolationException>(() => wave.Close(Closer, Now)).Code);
    }

    [Fact]
    public void Reopened_RemembersEachClosing()
    {
        Wave wave = Plan();
        wave.Close(Closer, Now);
        Moment later = Moment.On(new(2026, 3, 3)), again = Moment.On(new(2026, 3, 4));
        wave.Reopen(Planner, later);
        Assert.Equal((null, WaveState.Open), (wave.ClosedAtUtc, wave.StateOn(later.Today)));
        wave.Close(Closer, again);
        Assert.Equal([new EarlyClosing("C. Loser", Now.AtUtc, "P. Lanner", later.AtUtc), new EarlyClosing("C. Loser", again.AtUtc)],
            wave.Closings);
        Assert.Equal(again.AtUtc, wave.ClosedAtUtc);
    }

    [Fact]
    public void NotClosed_CannotBeReopened() =>
        Assert.Equal("wave.not-closed", Assert.Throws<RuleViolationException>(() => Plan().Reopen(Planner, Now)).Code);

    private static Wave Plan() => Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), " 2026-1 ", new(2026, 3, 1), new(2026, 3, 31), Planner, Now);
}
