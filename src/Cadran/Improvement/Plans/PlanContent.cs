namespace Cadran.Improvement;

/// <summary>What a plan is built from. While it is written it is read anew; with the approval it is frozen.</summary>
public sealed record PlanContent
{
    /// <summary>Where clients stand; null where nothing that may be shown was measured.</summary>
    public Level? Satisfaction { get; init; }

    /// <summary>What weighs most on it, in order of importance.</summary>
    public IReadOnlyList<Driver> Drivers { get; init; } = [];
    public IReadOnlyList<Priority> Priorities { get; init; } = [];
    public IReadOnlyList<Aim> Targets { get; init; } = [];
    public IReadOnlyList<Promise> Standards { get; init; } = [];
    public IReadOnlyList<Task> Actions { get; init; } = [];

    /// <summary>What was last said of the service where no evidence decides.</summary>
    public IReadOnlyList<Statement> Said { get; init; } = [];

    /// <summary>Parts that a plan should have and this one lacks, in the order of the plan.</summary>
    public IReadOnlyList<StepNeedKind> Lacking()
    {
        bool Says(StepStatementKind kind) => Said.Any(s => s.Kind == kind);
        List<StepNeedKind> lacking = [];
        if (!Says(StepStatementKind.SelfAssessment)) lacking.Add(StepNeedKind.SelfAssessment);
        if (!Says(StepStatementKind.FeedbackStrategy)) lacking.Add(StepNeedKind.FeedbackStrategy);
        if (!Says(StepStatementKind.Vision)) lacking.Add(StepNeedKind.Vision);
        if (Satisfaction is null) lacking.Add(StepNeedKind.ClientSurvey);
        if (Priorities.Count == 0) lacking.Add(StepNeedKind.Decision);
        if (Targets.Count == 0) lacking.Add(StepNeedKind.Target);
        if (Standards.Count == 0) lacking.Add(StepNeedKind.Standards);
        if (Actions.Count == 0) lacking.Add(StepNeedKind.Actions);
        return lacking;
    }

    /// <param name="Score">0–100, with its interval at 95 %.</param>
    public sealed record Level(Guid WaveId, string Wave, DateOnly EndsOn, double Score, double Low, double High, int Respondents);

    /// <param name="Importance">Share of what explains overall satisfaction, 0–1.</param>
    /// <param name="Score">0–100.</param>
    public sealed record Driver(string Code, LocalText Name, double Importance, double Score);

    public sealed record Priority(Guid DecisionId, LocalText Title, LocalText Body, DateOnly DecidedOn);

    /// <param name="Baseline">0–100, as is the value to reach.</param>
    public sealed record Aim(Guid TargetId, LocalText Measure, double Baseline, double Value, DateOnly DueOn);

    /// <param name="Share">What is promised of all cases, 0–1; null where no terms say it.</param>
    public sealed record Promise(Guid StandardId, string Code, LocalText Text, decimal? Share);

    /// <param name="Points">What it is expected to move its measure by.</param>
    public sealed record Task(Guid ActionId, LocalText Title, string Owner, DateOnly DueOn, LocalText? Measure, double? Points);

    public sealed record Statement(StepStatementKind Kind, int Number, IReadOnlyList<WrittenPart> Parts);
}
