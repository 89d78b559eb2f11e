namespace Cadran.Improvement;

/// <summary>
/// The nine steps and four questions of service improvement, each worked out from what there is: nobody ticks a step off. Only what no
/// evidence can decide is said by somebody (<see cref="StepStatement"/>).
/// </summary>
public sealed record NineSteps
{
    public const int Count = 9;

    /// <summary>What a service says of itself is to be looked at once a year.</summary>
    public const int StatementMonths = 12;

    private NineSteps(StepFacts facts)
    {
        Facts = facts;
        Steps =
        [
            new(1, [Said(StepStatementKind.SelfAssessment, StepNeedKind.SelfAssessment)]),
            new(2, [Said(StepStatementKind.FeedbackStrategy, StepNeedKind.FeedbackStrategy), ClientSurvey(), StaffSurvey(), StaffIdeas()]),
            new(3, [Vision()]),
            new(4, [Decision()]),
            new(5, [Standards(), Target()]),
            new(6, [Actions(), Plan()]),
            new(7, [Delivery()]),
            new(8, [NextWave(), Verdict()]),
            new(9, [Recognition()]),
        ];
    }

    public StepFacts Facts { get; }
    public IReadOnlyList<ImprovementStep> Steps { get; }

    /// <summary>The step to work on, by what was measured, decided and done; what lacks before it does not hold it up.</summary>
    public int Current =>
        Facts.LastWave is null ? (Facts.ComingWave is null ? 1 : 2)
        : Facts.Decision is null ? 4
        : Facts.Target is null ? 5
        : Facts.Actions.Count == 0 ? 6
        : Delivered == 0 ? 7
        : Facts.Actions.Any(a => a.Verified is null) ? 8
        : 9;

    public int Done => Steps.Count(s => s.State == StepState.Done);

    /// <summary>What to do first: what is late, then what is missing at the present step, then what else is missing.</summary>
    public StepNeed? Next =>
        Steps.SelectMany(s => s.Needs).FirstOrDefault(n => n.State == StepState.Late)
        ?? Steps[Current - 1].Next ?? Steps.Select(s => s.Next).FirstOrDefault(n => n is not null);

    public static NineSteps Of(StepFacts facts) => new(facts);

    /// <summary>The question, from 1 to 4, that a step answers.</summary>
    public static int QuestionOf(int step) => step switch { <= 2 => 1, <= 5 => 2, 6 => 3, _ => 4 };

    /// <summary>The step that asks for it.</summary>
    public ImprovementStep StepOf(StepNeedKind need) => Steps.First(s => s.Needs.Any(n => n.Kind == need));

    public StepNeed this[StepNeedKind kind] => Steps.SelectMany(s => s.Needs).First(n => n.Kind == kind);

    private int Delivered => Facts.Actions.Count(a => a.DeliveredOn is not null);

    private bool IsPast(DateOnly day, int months) => day.AddMonths(months) < Facts.On;

    private StepNeed Said(StepStatementKind statement, StepNeedKind kind) => !Facts.Statements.TryGetValue(statement, out DateOnly on)
        ? new(kind, StepState.Missing) : new(kind, IsPast(on, StatementMonths) ? StepState.Late : StepState.Done, on);

    private StepNeed ClientSurvey() => Facts.LastWave is not { } last
        ? new(StepNeedKind.ClientSurvey, Facts.ComingWave is null ? StepState.Missing : StepState.Begun, About: Facts.ComingWave)
        : new(StepNeedKind.ClientSurvey, !IsPast(last.EndsOn, Facts.CycleMonths) ? StepState.Done
            : Facts.ComingWave is null ? StepState.Late : StepState.Begun, last.EndsOn, last.Id);

    private StepNeed StaffSurvey() => Facts.StaffWave is not { } last ? new(StepNeedKind.StaffSurvey, StepState.Missing)
        : new(StepNeedKind.StaffSurvey, IsPast(last.EndsOn, Facts.CycleMonths) ? StepState.Late : StepState.Done, last.EndsOn, last.Id);

    private StepNeed StaffIdeas() => Facts.Ideas is not { } ideas ? new(StepNeedKind.StaffIdeas, StepState.Missing)
        : ideas.Late > 0 ? new(StepNeedKind.StaffIdeas, StepState.Late, ideas.LateSince, ideas.Box, ideas.Late)
        : new(StepNeedKind.StaffIdeas, StepState.Done, About: ideas.Box);

    // A vision is for years: no day makes it late.
    private StepNeed Vision() => Facts.Statements.TryGetValue(StepStatementKind.Vision, out DateOnly on)
        ? new(StepNeedKind.Vision, StepState.Done, on) : new(StepNeedKind.Vision, StepState.Missing);

    private StepNeed Decision() => Facts.Decision is { } decision
        ? new(StepNeedKind.Decision, StepState.Done, decision.On, decision.Id)
        : new(StepNeedKind.Decision, Facts.LastWave is null ? StepState.Waits : StepState.Missing, About: Facts.LastWave?.Id);

    private StepNeed Standards() =>
        new(StepNeedKind.Standards, Facts.Standards > 0 ? StepState.Done : StepState.Missing, Count: Facts.Standards);

    private StepNeed Target() => Facts.Target is { } target
        ? new(StepNeedKind.Target, target.DueOn < Facts.On ? StepState.Late : StepState.Done, target.DueOn, target.Id)
        : new(StepNeedKind.Target, Facts.LastWave is null ? StepState.Waits : StepState.Missing);

    private StepNeed Actions() => Facts.Actions.Count > 0
        ? new(StepNeedKind.Actions, StepState.Done, Facts.Actions.Max(a => a.DueOn), Count: Facts.Actions.Count)
        : new(StepNeedKind.Actions, Facts.Decision is null ? StepState.Waits : StepState.Missing, About: Facts.Decision?.Id);

    private StepNeed Plan() => Facts.Plan is { } plan
        ? new(StepNeedKind.Plan, plan.ApprovedOn is null ? StepState.Begun : StepState.Done, plan.ApprovedOn, plan.Id)
        : new(StepNeedKind.Plan, Facts.Decision is null ? StepState.Waits : StepState.Missing);

    private StepNeed Delivery()
    {
        StepFacts.Action[] late = [.. Facts.Actions.Where(a => a.DeliveredOn is null && a.DueOn < Facts.On).OrderBy(a => a.DueOn)];
        return late.Length > 0 ? new(StepNeedKind.Delivery, StepState.Late, late[0].DueOn, late[0].Id, late.Length)
            : Facts.Actions.Count == 0 ? new(StepNeedKind.Delivery, StepState.Waits)
            : new(StepNeedKind.Delivery, Delivered == Facts.Actions.Count ? StepState.Done : StepState.Begun, Count: Delivered);
    }

    private StepNeed NextWave()
    {
        if (Facts.Actions.Max(a => a.DeliveredOn) is not { } last) return new(StepNeedKind.NextWave, StepState.Waits);
        return Facts.LastWave is { } wave && wave.OpensOn > last ? new(StepNeedKind.NextWave, StepState.Done, wave.EndsOn, wave.Id)
            : new(StepNeedKind.NextWave, Facts.ComingWave is null ? StepState.Missing : StepState.Begun, last, Facts.ComingWave);
    }

    private StepNeed Verdict()
    {
        StepFacts.Action[] open =
            [.. Facts.Actions.Where(a => a.DeliveredOn is not null && a.Verified is null).OrderBy(a => a.DeliveredOn)];
        StepFacts.Action[] judged = [.. Facts.Actions.Where(a => a.Verified is not null)];
        StepFacts.Action[] ready = [.. open.Where(a => Facts.LastWave is { } wave && wave.OpensOn > a.DeliveredOn)];
        if (ready.Length > 0) return new(StepNeedKind.Verdict, StepState.Missing, ready[0].DeliveredOn, ready[0].Id, ready.Length);
        return open.Length > 0 || judged.Length == 0 ? new(StepNeedKind.Verdict, StepState.Waits, Count: open.Length)
            : new(StepNeedKind.Verdict, StepState.Done, judged.Max(a => a.JudgedOn), Count: judged.Length);
    }

    private StepNeed Recognition()
    {
        DateOnly? verified = Facts.Actions.Where(a => a.Verified == true).Max(a => a.JudgedOn);
        bool said = Facts.Statements.TryGetValue(StepStatementKind.Recognition, out DateOnly on);
        return said && (verified is null || on >= verified) ? new(StepNeedKind.Recognition, StepState.Done, on)
            : verified is { } since ? new(StepNeedKind.Recognition, StepState.Missing, since)
            : new(StepNeedKind.Recognition, StepState.Waits);
    }
}
