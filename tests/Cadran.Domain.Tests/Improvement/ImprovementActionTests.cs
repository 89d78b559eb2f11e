using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>The states of an action and what each step refuses, without a browser.</summary>
public sealed class ImprovementActionTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Somebody = new(Guid.NewGuid(), "S. Omebody");
    private static readonly Guid Service = Guid.NewGuid();
    private static readonly Wave Before = Wave.Plan(Service, Guid.NewGuid(), "2025-2", new(2025, 7, 1), new(2025, 7, 31), Somebody, Now);
    private static readonly Wave After = Wave.Plan(Service, Guid.NewGuid(), "2026-1", new(2026, 1, 1), new(2026, 1, 31), Somebody, Now);
    private readonly Decision decision = Recorded(new(2025, 9, 1));

    [Fact]
    public void Opened_IsToStart_AndKnowsWhoOpenedIt()
    {
        ImprovementAction action = Open();
        Assert.Equal(ActionState.Approved, action.State);
        Assert.Equal((decision.Id, decision.ServiceId), (action.DecisionId, action.ServiceId));
        Assert.Equal(("S. Omebody", Now.AtUtc), (action.OpenedBy, action.OpenedAtUtc));
    }

    [Fact]
    public void StepTakenBack_IsToBeTakenAgain_AndStaysReadable()
    {
        ImprovementAction action = Open();
        Assert.Equal("action.start-stands", Refusal(() => action.TakeBackStart("Too early.", Somebody, Now)).Code);
        Assert.Equal("This action is not delivered: there is no effect to judge yet.", Refusal(action.RequireJudgeable).Message);
        action.Start(new(2025, 10, 1), decision, Somebody, Now);
        Assert.Equal("correction.reason", Refusal(() => action.TakeBackStart(" ", Somebody, Now)).Code);
        action.TakeBackStart("Too early.", Somebody, Now);
        Assert.Equal((ActionState.Approved, null, null), (action.State, action.StartedOn, action.StartedBy));
        action.Deliver(new(2025, 11, 1), decision, Somebody, Now);
        Assert.Equal("action.not-abandoned", Refusal(() => action.TakeBackAbandoning("No.", Somebody, Now)).Code);
        action.TakeBackDelivery("Not for all.", Somebody, Now);
        Assert.Equal(ActionState.InProgress, action.State);
        Assert.Equal("action.delivery-stands", Refusal(() => action.TakeBackDelivery("Again.", Somebody, Now)).Code);
        action.Abandon(new("No money.", ""), Somebody, Now);
        action.TakeBackAbandoning("There is money.", Somebody, Now);
        Assert.Equal(ActionState.InProgress, action.State);
        Assert.Equal(
            ["StartedOn 2025-10-01: Too early.", "DeliveredOn 2025-11-01: Not for all.", "AbandonedAtUtc 2026-03-02: There is money."],
            action.Corrections.Select(c => $"{c.Field} {c.Before}: {c.Reason}"));
    }

    [Fact]
    public void Corrected_KeepsWhatWasThere_AndNeedsAReason()
    {
        ImprovementAction action = Open();
        DateOnly due = action.DueOn;
        Assert.Equal("correction.reason", Refusal(() =>
            action.Correct(action.Title, action.Description, action.Owner, null, due.AddDays(9), null, Somebody, Now)).Code);
        Assert.Equal(due, action.DueOn);
        action.Correct(action.Title, action.Description, "N. Ew", null, due.AddDays(9), "The supplier is late.", Somebody, Now);
        Assert.Equal(("N. Ew", due.AddDays(9)), (action.Owner, action.DueOn));
        Assert.Equal(["Owner", "DueOn"], action.Corrections.Select(c => c.Field));
        Assert.Equal((due.Iso(), due.AddDays(9).Iso(), "The supplier is late."),
            (action.Corrections[1].Before, action.Corrections[1].After, action.Corrections[1].Reason));
        action.Correct(action.Title, action.Description, action.Owner, null, action.DueOn, null, Somebody, Now);
        Assert.Equal(2, action.Corrections.Count);
        action.Abandon(new("No money.", ""), Somebody, Now);
        Assert.Equal("action.ended", Refusal(() =>
            action.Correct(action.Title, action.Description, "Other", null, due, "Why not.", Somebody, Now)).Code);
    }

    [Fact]
    public void OpenedFromAWithdrawnDecision_IsRefused()
    {
        decision.Withdraw(Somebody, Now);
        Assert.Equal("action.decision-withdrawn", Refusal(() => Open()).Code);
    }

    [Fact]
    public void AimedAtWhatTheWaveDidNotMeasure_IsRefused()
    {
        RuleViolationException refused = Refusal(() => Open(item: "weather"));
        Assert.Equal(("action.item-not-measured", "Item"), (refused.Code, refused.Field));
    }

    [Theory]
    [InlineData(0), InlineData(-1), InlineData(100.1), InlineData(double.NaN)]
    public void ExpectedEffect_IsAGainOnTheScale(double points) =>
        Assert.Equal("ExpectedPoints", Refusal(() => Open(points: points)).Field);

    [Fact]
    public void StartedThenDelivered_KeepsBothDaysAndWhoSaidSo()
    {
        ImprovementAction action = Open();
        action.Start(new(2025, 10, 1), decision, Somebody, Now);
        Assert.Equal((ActionState.InProgress, "S. Omebody"), (action.State, action.StartedBy));
        action.Deliver(new(2025, 12, 1), decision, new Actor(null, "O. Ther"), Now);
        Assert.Equal((ActionState.Delivered, "O. Ther"), (action.State, action.DeliveredBy));
        Assert.Equal(new DateOnly(2025, 10, 1), action.StartedOn);
    }

    [Fact]
    public void DeliveredWithoutAStart_StartedThatDay()
    {
        ImprovementAction action = Delivered(new(2025, 12, 1));
        Assert.Equal((new DateOnly(2025, 12, 1), "S. Omebody"), (action.StartedOn, action.StartedBy));
    }

    [Theory]
    [InlineData("2026-03-03", "action.started-in-future")]
    [InlineData("2025-08-31", "action.started-before-decision")]
    public void Start_OutOfItsTime_IsRefused(string on, string code)
    {
        RuleViolationException refused = Refusal(() => Open().Start(Day(on), decision, Somebody, Now));
        Assert.Equal((code, "StartedOn"), (refused.Code, refused.Field));
    }

    [Theory]
    [InlineData("2026-03-03", "action.delivered-in-future")]
    [InlineData("2025-08-31", "action.delivered-before-decision")]
    [InlineData("2025-09-30", "action.delivered-before-start")]
    public void Delivery_OutOfItsTime_IsRefused(string on, string code)
    {
        ImprovementAction action = Open();
        action.Start(new(2025, 10, 1), decision, Somebody, Now);
        RuleViolationException refused = Refusal(() => action.Deliver(Day(on), decision, Somebody, Now));
        Assert.Equal((code, "DeliveredOn"), (refused.Code, refused.Field));
        Assert.Equal(ActionState.InProgress, action.State);
    }

    [Fact]
    public void ADayOfAnotherDecision_IsNoReason()
    {
        Decision other = Recorded(new(2025, 12, 31));
        Assert.Throws<InvalidOperationException>(() => Open().Start(new(2026, 1, 1), other, Somebody, Now));
    }

    [Fact]
    public void Abandoned_IsTheEnd()
    {
        ImprovementAction action = Open();
        Assert.Equal("Reason", Refusal(() => action.Abandon(LocalText.Empty, Somebody, Now)).Field);
        action.Abandon(new("No money.", ""), Somebody, Now);
        Assert.Equal((ActionState.Abandoned, "S. Omebody"), (action.State, action.AbandonedBy));
        Assert.Equal("action.already-started", Refusal(() => action.Start(new(2025, 10, 1), decision, Somebody, Now)).Code);
        Assert.Equal("action.not-deliverable", Refusal(() => action.Deliver(new(2025, 10, 1), decision, Somebody, Now)).Code);
        Assert.Equal("action.not-abandonable", Refusal(() => action.Abandon(new("Again.", ""), Somebody, Now)).Code);
    }

    [Fact]
    public void Delivered_CannotBeAbandoned() =>
        Assert.Equal("action.not-abandonable", Refusal(() => Delivered(new(2025, 12, 1)).Abandon(new("Late.", ""), Somebody, Now)).Code);

    [Fact]
    public void Overdue_UntilItIsDeliveredOrAbandoned()
    {
        ImprovementAction action = Open();
        Assert.False(action.IsOverdueOn(action.DueOn));
        Assert.True(action.IsOverdueOn(action.DueOn.AddDays(1)));
        action.Deliver(new(2025, 12, 1), decision, Somebody, Now);
        Assert.False(action.IsOverdueOn(action.DueOn.AddDays(1)));
    }

    [Theory]
    [InlineData(4, 1, 7, true, ActionState.Verified)]
    [InlineData(4, 1, 7, false, ActionState.NotVerified)]
    [InlineData(2, -1, 5, false, ActionState.NotVerified)]
    public void Verdict_IsFrozenWithItsFigures(double change, double low, double high, bool verified, ActionState state)
    {
        ImprovementAction action = Delivered(new(2025, 12, 1));
        action.Judge(Shown(change, low, high), verified, new("So it is.", ""), Somebody, Now);
        Assert.Equal(state, action.State);
        Assert.Equal((change, low, high), (action.Verdict!.Change, action.Verdict.Low, action.Verdict.High));
        Assert.Equal(("S. Omebody", Now.AtUtc), (action.Verdict.By, action.Verdict.AtUtc));
        Assert.Equal((Before.Id, After.Id), (action.Verdict.BeforeWaveId, action.Verdict.AfterWaveId));
    }

    [Theory]
    [InlineData(2, -1, 5)]
    [InlineData(-4, -7, -1)]
    public void Verified_NeedsAGainBeyondTheMargin(double change, double low, double high)
    {
        ImprovementAction action = Delivered(new(2025, 12, 1));
        Assert.Equal("effect.not-shown", Refusal(() => action.Judge(Shown(change, low, high), true, new("R", ""), Somebody, Now)).Code);
        Assert.Equal(ActionState.Delivered, action.State);
    }

    [Fact]
    public void Verdict_OnAWithheldChange_IsRefused() => Assert.Equal("effect.not-measured",
        Refusal(() => Delivered(new(2025, 12, 1)).Judge(new EffectEvidence(Before, After, null), false, new("R", ""), Somebody, Now)).Code);

    [Fact]
    public void Verdict_IsGivenOnce()
    {
        ImprovementAction action = Delivered(new(2025, 12, 1));
        action.Judge(Shown(4, 1, 7), true, new("First.", ""), Somebody, Now);
        Assert.Equal("action.already-judged", Refusal(() => action.Judge(Shown(4, 1, 7), false, new("Second.", ""), Somebody, Now)).Code);
        Assert.Equal("First.", action.VerdictReason.En);
    }

    [Fact]
    public void WaveThatBeganBeforeTheDelivery_CannotJudge()
    {
        ImprovementAction action = Delivered(new(2026, 1, 1));
        Assert.Throws<InvalidOperationException>(() => action.Judge(Shown(4, 1, 7), true, new("R", ""), Somebody, Now));
        Assert.Throws<InvalidOperationException>(() => Open().Judge(Shown(4, 1, 7), true, new("R", ""), Somebody, Now));
    }

    [Fact]
    public void State_IsTheSameAskedOfADatabase()
    {
        ImprovementAction started = Open(), abandoned = Open(), verified = Delivered(new(2025, 12, 1)), not = Delivered(new(2025, 12, 1));
        started.Start(new(2025, 10, 1), decision, Somebody, Now);
        abandoned.Start(new(2025, 10, 1), decision, Somebody, Now);
        abandoned.Abandon(new("No money.", ""), Somebody, Now);
        verified.Judge(Shown(4, 1, 7), true, new("R", ""), Somebody, Now);
        not.Judge(Shown(2, -1, 5), false, new("R", ""), Somebody, Now);
        ImprovementAction raised = Raise(), assessed = Assessed(), deferred = Assessed(), declined = Assessed();
        deferred.Defer(new(2026, 9, 1), new("R", ""), Somebody, Now);
        declined.Decline(new("R", ""), Somebody, Now);
        ImprovementAction closed = Delivered(new(2025, 12, 1)), reopened = Delivered(new(2025, 12, 1));
        closed.Judge(Shown(4, 1, 7), true, new("R", ""), Somebody, Now);
        closed.Close(new("R", ""), Somebody, Now);
        reopened.Close(new("R", ""), Somebody, Now);
        reopened.Reopen(new("R", ""), Somebody, Now);
        ImprovementAction[] all = [raised, assessed, deferred, declined, Open(), started, Delivered(new(2025, 12, 1)), verified, not,
            closed, reopened, abandoned];
        Assert.Equal(Enum.GetValues<ActionState>(), all.Select(a => a.State));
        foreach (ActionState state in Enum.GetValues<ActionState>())
            Assert.Equal(all.Where(a => a.State == state), all.AsQueryable().Where(ImprovementAction.Is(state)));
    }

    private ImprovementAction Open(string item = "timeliness", double points = 5) => ImprovementAction.Open(
        decision, new("Follow online", ""), LocalText.Empty, "L. Tremblay", new(2026, 1, 15), item, points,
        ["overall", "timeliness"], Somebody, Now);

    private static ImprovementAction Raise() => ImprovementAction.Raise(Service, new(SourceKind.Audit, null, "R"), new("T", ""),
        LocalText.Empty, new(2026, 6, 1), Somebody, Now);

    private static ImprovementAction Assessed()
    {
        ImprovementAction entry = Raise();
        entry.Assess(new(ActionSize.Small, null, ActionSize.Small, new("B", "")), null, null, [], Somebody, Now);
        return entry;
    }

    private ImprovementAction Delivered(DateOnly on)
    {
        ImprovementAction action = Open();
        action.Deliver(on, decision, Somebody, Now);
        return action;
    }

    private static EffectEvidence Shown(double change, double low, double high) => new(Before, After,
        new ChangeResult("timeliness", "2025-2", "2026-1", new PublishedNumber(change, 1.5, low, high), 2.7, 80,
            low < 0 && high > 0 ? 0.3 : 0.01, 0.04, 4.2));

    private static Decision Recorded(DateOnly on) =>
        Decision.Record(
            Before, new DecisionEvidence { Driver = "timeliness", Respondents = 50 }, new("T", ""), new("R", ""), new("B", ""), on,
            Somebody, Now);

    private static RuleViolationException Refusal(Action act) => Assert.Throws<RuleViolationException>(act);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
