using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>A plan is written, handed in, approved by somebody else and then stands.</summary>
public sealed class ServicePlanTests
{
    private static readonly Moment Now = Moment.On(new(2026, 6, 1));
    private static readonly Actor Writer = new(Guid.NewGuid(), "W. Riter"), Director = new(Guid.NewGuid(), "D. Irector");
    private static readonly PlanTexts Texts = new(new("Cut the wait", ""), LocalText.Empty, LocalText.Empty, 1000, "CAD");
    private static readonly PlanContent Content =
        new() { Actions = [new(Guid.NewGuid(), new("Call back", ""), "O", new(2026, 9, 1), new("Wait", ""), 5)] };

    [Fact]
    public void FromDraftToPublished_EachStepSaysWhoAndWhen_AndTheContentIsFrozen()
    {
        ServicePlan plan = Begin();
        Assert.Equal((PlanState.Draft, 1, new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31)),
            (plan.State, plan.Number, plan.From, plan.Until));
        plan.Submit(Writer, Now);
        Assert.Equal((PlanState.InReview, "W. Riter"), (plan.State, plan.SubmittedBy));
        plan.Approve(Content, Director, Now);
        Assert.Equal((PlanState.Approved, "D. Irector"), (plan.State, plan.ApprovedBy));
        Assert.Same(Content, plan.Content);
        plan.Publish(Writer, Now);
        Assert.Equal(PlanState.Published, plan.State);
    }

    [Fact]
    public void NoStep_IsSkippedOrTakenTwice()
    {
        ServicePlan plan = Begin();
        Refused("plan.not-in-review", () => plan.Approve(Content, Director, Now));
        Refused("plan.not-in-review", () => plan.Return("x", Director, Now));
        Refused("plan.not-approved", () => plan.Publish(Director, Now));
        plan.Submit(Writer, Now);
        Refused("plan.submitted", () => plan.Submit(Writer, Now));
        Refused("plan.not-draft", () => plan.Rewrite(Texts));
        Refused("plan.not-approved", () => plan.Publish(Director, Now));
        plan.Approve(Content, Director, Now);
        Refused("plan.not-in-review", () => plan.Approve(Content, Director, Now));
        plan.Publish(Director, Now);
        Refused("plan.not-approved", () => plan.Publish(Director, Now));
    }

    [Fact]
    public void WhoHandedItIn_DoesNotApprove_AndNothingToDoIsNoPlan()
    {
        ServicePlan plan = Begin();
        plan.Submit(Writer, Now);
        Refused("plan.own", () => plan.Approve(Content, Writer, Now));
        Refused("plan.no-action", () => plan.Approve(new(), Director, Now));
        ServicePlan other = Begin();
        other.Submit(Actor.Command, Now);
        Refused("plan.own", () => other.Approve(Content, Actor.Command, Now));
    }

    [Fact]
    public void GivenBack_ItIsADraft_AndTheReasonStays()
    {
        ServicePlan plan = Begin();
        plan.Submit(Writer, Now);
        Refused("plan.return-reason", () => plan.Return(" ", Director, Now));
        plan.Return("Say how.", Director, Now);
        plan.Rewrite(Texts with { Budget = null });
        Assert.Equal((PlanState.Draft, "Say how.", ""), (plan.State, Assert.Single(plan.Returns).Reason, plan.Texts.Currency));
        plan.Submit(Director, Now);
        plan.Approve(Content, Writer, Now);
    }

    [Fact]
    public void TheNextVersion_WaitsForTheLastOne()
    {
        ServicePlan first = Begin();
        Refused("plan.open", () => ServicePlan.Begin(first.ServiceId, first.Year, first, Texts, Writer, Now));
        first.Submit(Writer, Now);
        first.Approve(Content, Director, Now);
        Assert.Equal(2, ServicePlan.Begin(first.ServiceId, first.Year, first, Texts, Writer, Now).Number);
    }

    [Theory]
    [InlineData(-1, "CAD", "plan.budget")]
    [InlineData(1, "cad", "plan.currency")]
    [InlineData(1, "", "plan.currency")]
    [InlineData(1, "DOLLAR", "plan.currency")]
    public void ABudget_IsAmountAndCurrency(long budget, string currency, string code) =>
        Refused(code, () => (Texts with { Budget = budget, Currency = currency }).Require());

    [Fact]
    public void WhatAPlanLacks_IsNamedInItsOrder()
    {
        Assert.Equal([StepNeedKind.SelfAssessment, StepNeedKind.FeedbackStrategy, StepNeedKind.Vision, StepNeedKind.ClientSurvey,
            StepNeedKind.Decision, StepNeedKind.Target, StepNeedKind.Standards, StepNeedKind.Actions], new PlanContent().Lacking());
        Assert.DoesNotContain(StepNeedKind.Actions, Content.Lacking());
    }

    private static ServicePlan Begin() => ServicePlan.Begin(Guid.NewGuid(), "2026-2027", null, Texts, Writer, Now);

    private static void Refused(string code, Action act) => Assert.Equal(code, Assert.Throws<RuleViolationException>(act).Code);
}
