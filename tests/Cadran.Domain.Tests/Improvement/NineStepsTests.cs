using Cadran.Improvement;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>The nine steps follow from what there is, and from nothing that anybody ticks.</summary>
public sealed class NineStepsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly StepFacts Nothing = new() { On = Today, CycleMonths = 12 };
    private static readonly StepFacts Measured = Nothing with { LastWave = (Id, new(2026, 2, 1), new(2026, 1, 10)) };
    private static readonly StepFacts Decided = Measured with { Decision = (Id, new(2026, 2, 10)) };
    private static readonly StepFacts Aimed = Decided with { Target = (Id, new(2028, 3, 1)) };

    [Fact]
    public void WithNothing_WhatCanBeDoneIsMissing_AndTheRestWaits()
    {
        NineSteps steps = NineSteps.Of(Nothing);
        Assert.Equal(9, steps.Steps.Count);
        Assert.Equal(1, steps.Current);
        Assert.Equal(0, steps.Done);
        Assert.Equal(StepNeedKind.SelfAssessment, steps.Next!.Kind);
        Assert.Equal(
            [StepState.Missing, StepState.Missing, StepState.Missing, StepState.Waits, StepState.Missing, StepState.Waits, StepState.Waits,
                StepState.Waits, StepState.Waits], steps.Steps.Select(s => s.State));
        Assert.Equal(StepState.Waits, steps[StepNeedKind.Target].State);
    }

    [Fact]
    public void TheStepToWorkOn_FollowsWhatWasMeasuredDecidedAndDone()
    {
        Assert.Equal(2, NineSteps.Of(Nothing with { ComingWave = Id }).Current);
        Assert.Equal(4, NineSteps.Of(Measured).Current);
        Assert.Equal(5, NineSteps.Of(Decided).Current);
        Assert.Equal(6, NineSteps.Of(Aimed).Current);
        Assert.Equal(7, With(Open(new(2026, 6, 1))).Current);
        Assert.Equal(8, With(Delivered(new(2026, 1, 5))).Current);
        Assert.Equal(9, With(Judged(true, new(2026, 2, 20))).Current);
    }

    [Fact]
    public void EachStep_AnswersOneOfFourQuestions() =>
        Assert.Equal([1, 1, 2, 2, 2, 3, 4, 4, 4], Enumerable.Range(1, 9).Select(NineSteps.QuestionOf));

    [Theory]
    [InlineData("2025-03-02", StepState.Done)]
    [InlineData("2025-03-01", StepState.Late)]
    public void ASelfAssessment_IsToBeLookedAtAfterAYear(string on, StepState state) =>
        Assert.Equal(state, NineSteps.Of(Said(StepStatementKind.SelfAssessment, on)).Steps[0].State);

    [Fact]
    public void AVision_HoldsForYears() =>
        Assert.Equal(StepState.Done, NineSteps.Of(Said(StepStatementKind.Vision, "2019-01-01")).Steps[2].State);

    [Theory]
    [InlineData("2025-03-02", false, StepState.Done)]
    [InlineData("2025-03-01", false, StepState.Late)]
    [InlineData("2025-03-01", true, StepState.Begun)]
    public void ASurvey_GetsOldByTheRuleOfItsOrganisation(string ended, bool coming, StepState state) =>
        Assert.Equal(state, NineSteps.Of(Nothing with
        {
            LastWave = (Id, Day(ended), Day(ended)),
            ComingWave = coming ? Id : null,
        })[StepNeedKind.ClientSurvey].State);

    [Fact]
    public void TheSecondStep_IsDoneWhenClientsAndStaffWereAsked_AndSomebodySaidHow()
    {
        StepFacts facts = Said(StepStatementKind.FeedbackStrategy, "2026-01-01") with
        {
            LastWave = Measured.LastWave,
            Ideas = (Id, 0, null),
        };
        Assert.Equal(StepState.Begun, NineSteps.Of(facts).Steps[1].State);
        Assert.Equal(StepNeedKind.StaffSurvey, NineSteps.Of(facts).Steps[1].Next!.Kind);
        Assert.Equal(StepNeedKind.StaffIdeas, NineSteps.Of(facts with { Ideas = (Id, 2, new(2026, 2, 1)) }).Steps[1].Next!.Kind);
        Assert.Equal(StepState.Done, NineSteps.Of(facts with { StaffWave = (Id, new(2025, 11, 1)) }).Steps[1].State);
        Assert.Equal(StepState.Late, NineSteps.Of(facts with { StaffWave = (Id, new(2024, 11, 1)) }).Steps[1].State);
    }

    [Fact]
    public void TheSixthStep_AsksForAnApprovedPlanOfTheYear()
    {
        Assert.Equal(StepState.Waits, NineSteps.Of(Measured)[StepNeedKind.Plan].State);
        Assert.Equal(StepState.Missing, NineSteps.Of(Decided)[StepNeedKind.Plan].State);
        Assert.Equal(StepState.Begun, NineSteps.Of(Decided with { Plan = (Id, null) })[StepNeedKind.Plan].State);
        Assert.Equal(StepState.Done, NineSteps.Of(Decided with { Plan = (Id, new(2025, 5, 1)) })[StepNeedKind.Plan].State);
    }

    [Fact]
    public void ATargetWhoseDayHasPassed_IsLate()
    {
        Assert.Equal(StepState.Late, NineSteps.Of(Decided with { Target = (Id, new(2026, 3, 1)) })[StepNeedKind.Target].State);
        Assert.Equal(StepState.Done, NineSteps.Of(Decided with { Target = (Id, Today) })[StepNeedKind.Target].State);
    }

    [Fact]
    public void LateActions_AreCounted_FromTheFirst_AndComeBeforeAllElse()
    {
        NineSteps steps = With(Open(new(2026, 2, 20)), Open(new(2026, 2, 1)), Open(Today));
        StepNeed late = steps[StepNeedKind.Delivery];
        Assert.Equal((StepState.Late, 2, new DateOnly(2026, 2, 1)), (late.State, late.Count, late.On!.Value));
        Assert.Equal(late, steps.Next);
    }

    [Fact]
    public void Delivery_IsBegunUntilTheLastAction()
    {
        Assert.Equal(StepState.Begun, With(Open(new(2026, 6, 1)), Delivered(new(2026, 2, 20))).Steps[6].State);
        Assert.Equal(StepState.Done, With(Delivered(new(2026, 2, 20))).Steps[6].State);
    }

    [Fact]
    public void OnlyAWaveThatBeganAfterTheDelivery_CanJudgeIt()
    {
        NineSteps early = With(Delivered(new(2026, 1, 10)));
        Assert.Equal((StepState.Missing, StepState.Waits), (early[StepNeedKind.NextWave].State, early[StepNeedKind.Verdict].State));
        Assert.Equal(1, early[StepNeedKind.Verdict].Count);
        NineSteps later = With(Delivered(new(2026, 1, 9)));
        Assert.Equal((StepState.Done, StepState.Missing), (later[StepNeedKind.NextWave].State, later[StepNeedKind.Verdict].State));
        Assert.Equal(StepNeedKind.Verdict, later.Steps[7].Next!.Kind);
        NineSteps judged = With(Judged(false, new(2026, 2, 20)));
        Assert.Equal(StepState.Done, judged[StepNeedKind.Verdict].State);
    }

    [Fact]
    public void Recognition_FollowsAVerifiedEffect_AndEachOneAnew()
    {
        Assert.Equal(StepState.Waits, With(Judged(false, new(2026, 2, 20)))[StepNeedKind.Recognition].State);
        Assert.Equal(StepState.Missing, With(Judged(true, new(2026, 2, 20)))[StepNeedKind.Recognition].State);
        StepState Thanked(string on) => NineSteps.Of(Said(StepStatementKind.Recognition, on) with
        {
            Actions = [Judged(true, new(2026, 2, 20))],
        })[StepNeedKind.Recognition].State;
        Assert.Equal(StepState.Missing, Thanked("2026-02-19"));
        Assert.Equal(StepState.Done, Thanked("2026-02-20"));
    }

    [Fact]
    public void WhenAllIsThere_NothingIsLeftToDo()
    {
        NineSteps steps = NineSteps.Of(Aimed with
        {
            StaffWave = (Id, new(2026, 1, 1)),
            Ideas = (Id, 0, null),
            Standards = 1,
            Plan = (Id, new(2025, 5, 1)),
            Statements = Enum.GetValues<StepStatementKind>().ToDictionary(k => k, _ => new DateOnly(2026, 2, 28)),
            Actions = [Judged(true, new(2026, 2, 20))],
        });
        Assert.Null(steps.Next);
        Assert.Equal(9, steps.Done);
    }

    private static NineSteps With(params StepFacts.Action[] actions) => NineSteps.Of(Aimed with { Actions = actions });

    private static StepFacts Said(StepStatementKind kind, string on) =>
        Nothing with { Statements = new Dictionary<StepStatementKind, DateOnly> { [kind] = Day(on) } };

    private static StepFacts.Action Open(DateOnly due) => new(Guid.NewGuid(), due, null, null, null);
    private static StepFacts.Action Delivered(DateOnly on) => new(Guid.NewGuid(), new(2026, 6, 1), on, null, null);
    private static StepFacts.Action Judged(bool verified, DateOnly on) =>
        new(Guid.NewGuid(), new(2026, 6, 1), new(2026, 1, 2), verified, on);
    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
