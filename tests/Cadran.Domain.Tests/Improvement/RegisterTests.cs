using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>An entry of the register that comes from elsewhere than a decision: its steps in their order, and what each refuses.</summary>
public sealed class RegisterTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Somebody = new(Guid.NewGuid(), "S. Omebody"), Other = new(Guid.NewGuid(), "O. Ther");
    private static readonly LocalText Reason = new("Why", "Pourquoi");

    [Fact]
    public void Raised_KnowsWhereItComesFrom_AndNobodyAnswersForItYet()
    {
        ImprovementAction entry = Raise();
        Assert.Equal((ActionState.Raised, "", "S. Omebody"), (entry.State, entry.Owner, entry.OpenedBy));
        Assert.Equal(new EntrySource(SourceKind.Audit, null, "Report 4"), entry.Source);
        Assert.False(entry.IsOverdueOn(new(2027, 1, 1)));
        Assert.Equal("action.wanted-before", Refusal(() => ImprovementAction.Raise(Guid.NewGuid(), new(SourceKind.Audit, null, "R"),
            new("T", ""), LocalText.Empty, new(2026, 3, 1), Somebody, Now)).Code);
    }

    [Fact]
    public void EachStep_WaitsForTheOneBefore()
    {
        ImprovementAction entry = Raise();
        Assert.Equal("action.not-decidable", Refusal(() => Approve(entry)).Code);
        Assert.Equal("action.not-decidable", Refusal(() => entry.Decline(Reason, Other, Now)).Code);
        Assert.Equal("action.not-approved", Refusal(() => entry.Start(Now.Today, null, Somebody, Now)).Code);
        Assert.Equal("action.not-approved", Refusal(() => entry.Deliver(Now.Today, null, Somebody, Now)).Code);
        Assert.Equal("action.not-abandonable", Refusal(() => entry.Abandon(Reason, Somebody, Now)).Code);
        Assert.Equal("action.not-closable", Refusal(() => entry.Close(Reason, Somebody, Now)).Code);
        Assess(entry);
        Approve(entry);
        Assert.Equal("action.decided", Refusal(() => Assess(entry)).Code);
        Assert.Equal("action.not-decidable", Refusal(() => Approve(entry)).Code);
        Assert.Equal((ActionState.Approved, "L. Tremblay", new DateOnly(2026, 6, 1)), (entry.State, entry.Owner, entry.DueOn));
        Assert.True(entry.IsOverdueOn(new(2026, 6, 2)));
        Assert.Equal("action.started-before-decision", Refusal(() => entry.Start(new(2026, 3, 1), null, Somebody, Now)).Code);
        entry.Start(Now.Today, null, Somebody, Now);
        entry.Deliver(Now.Today, null, Somebody, Now);
        entry.Close(Reason, Other, Now);
        Assert.Equal(ActionState.Closed, entry.State);
        Assert.Equal([ActionStepKind.Assessed, ActionStepKind.Approved, ActionStepKind.Closed], entry.Steps.Select(s => s.Kind));
        Assert.Equal(["S. Omebody", "O. Ther", "O. Ther"], entry.Steps.Select(s => s.By));
    }

    [Fact]
    public void Deferred_ComesBackOnItsDay_AndIsDecidedThen()
    {
        ImprovementAction entry = Raise();
        Assess(entry);
        Assert.Equal("action.deferred-before", Refusal(() => entry.Defer(Now.Today, Reason, Other, Now)).Code);
        entry.Defer(new(2026, 9, 1), Reason, Other, Now);
        Assert.Equal((ActionState.Deferred, new DateOnly(2026, 9, 1)), (entry.State, entry.DeferredUntil));
        Func<ImprovementAction, bool> before = ImprovementAction.ToDecideOn(new(2026, 8, 31)).Compile(),
            from = ImprovementAction.ToDecideOn(new(2026, 9, 1)).Compile();
        Assert.Equal((false, true), (before(entry), from(entry)));
        entry.Decline(Reason, Other, Now);
        Assert.Equal((ActionState.Declined, (DateOnly?)null), (entry.State, entry.DeferredUntil));
        Assert.False(from(entry));
    }

    [Fact]
    public void OpenedAgain_ItIsAssessedAnew_AndWhatCameOfItStays()
    {
        ImprovementAction entry = Raise();
        Assess(entry);
        Approve(entry);
        entry.Deliver(Now.Today, null, Somebody, Now);
        Assert.Equal("action.not-reopenable", Refusal(() => entry.Reopen(Reason, Somebody, Now)).Code);
        entry.Close(Reason, Somebody, Now);
        entry.Reopen(Reason, Other, Now);
        Assert.Equal(ActionState.Reopened, entry.State);
        Assert.Equal(Now.Today, Assert.Single(entry.Earlier).DeliveredOn);
        Assert.Equal((null, null, null), (entry.DeliveredOn, entry.Ruling, entry.ClosedAtUtc));
        Assess(entry);
        Assert.Equal(ActionState.Assessed, entry.State);
    }

    [Fact]
    public void Assessment_NamesBothMeasureAndPoints_OrNeither()
    {
        ImprovementAction entry = Raise();
        Assert.Equal("action.item-unknown", Refusal(() => Assess(entry, "weather", 3)).Code);
        Assert.Equal("action.item-and-points", Refusal(() => Assess(entry, "timeliness", null)).Code);
        Assert.Equal("action.item-and-points", Refusal(() => Assess(entry, null, 3)).Code);
        Assert.Equal("action.expected", Refusal(() => Assess(entry, "timeliness", 0)).Code);
        Assert.Equal("Enter a cost from 0 to {0}, without decimals.",
            Refusal(() => new ActionAssessment(ActionSize.Small, -1, ActionSize.Small, Reason).Require()).Message);
        Assert.Equal("Choose small, medium or large.",
            Refusal(() => new ActionAssessment((ActionSize)9, 1, ActionSize.Small, Reason).Require()).Message);
        Assert.Equal("text.missing",
            Refusal(() => new ActionAssessment(ActionSize.Small, 1, ActionSize.Small, LocalText.Empty).Require()).Code);
        Assess(entry, "timeliness", 3);
        Assert.Equal(("timeliness", 3.0), (entry.Item, entry.ExpectedPoints!.Value.Value));
        Assess(entry);
        Assert.Equal((null, null), (entry.Item, entry.ExpectedPoints));
    }

    [Fact]
    public void Corrected_BeforeItIsApproved_NeedsNoOwner_AndASubstituteIsNoted()
    {
        ImprovementAction entry = Raise();
        entry.Correct(new("Other title", ""), LocalText.Empty, "", null, entry.DueOn, "Clearer.", Somebody, Now);
        Assert.Equal(("Other title", ""), (entry.Title.En, entry.Owner));
        Assess(entry);
        Approve(entry);
        Assert.Equal("text.missing", Refusal(() =>
            entry.Correct(entry.Title, LocalText.Empty, " ", null, entry.DueOn, "Gone.", Somebody, Now)).Code);
        var substitute = new ActionOwner(Guid.NewGuid(), "A. Way");
        entry.Correct(entry.Title, LocalText.Empty, entry.Owner, null, entry.DueOn, "Leave.", Somebody, Now, substitute);
        Assert.Equal((substitute.Id, "A. Way", "Substitute"), (entry.SubstituteId, entry.Substitute, entry.Corrections[^1].Field));
    }

    private static ImprovementAction Raise() => ImprovementAction.Raise(Guid.NewGuid(), new(SourceKind.Audit, null, "Report 4"),
        new("Shorter forms", ""), LocalText.Empty, new(2026, 6, 1), Somebody, Now);

    private static void Assess(ImprovementAction entry, string? item = null, double? points = null) => entry.Assess(
        new(ActionSize.Small, 1000, ActionSize.Medium, new("For many", ""), "Networks", "Delay"), item, points, ["timeliness"],
        Somebody, Now);

    private static void Approve(ImprovementAction entry) => entry.Approve("L. Tremblay", null, new(2026, 6, 1), Reason, Other, Now);

    private static RuleViolationException Refusal(Action act) => Assert.Throws<RuleViolationException>(act);
}
