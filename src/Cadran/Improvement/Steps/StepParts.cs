namespace Cadran.Improvement;

/// <summary>Which parts a statement has, and what it cannot do without.</summary>
public static class StepParts
{
    /// <summary>In the order in which they are written and read.</summary>
    public static IReadOnlyList<StepPart> Of(StepStatementKind kind) => kind switch
    {
        StepStatementKind.SelfAssessment =>
            [StepPart.Clients, StepPart.Products, StepPart.Services, StepPart.Partners, StepPart.Strengths, StepPart.Weaknesses],
        StepStatementKind.FeedbackStrategy =>
            [StepPart.ClientSurvey, StepPart.StaffSurvey, StepPart.Interviews, StepPart.Complaints, StepPart.Comments, StepPart.StaffIdeas],
        StepStatementKind.Vision => [StepPart.Mission, StepPart.Vision],
        _ => [StepPart.Whom, StepPart.Why, StepPart.How],
    };

    /// <summary>Without these it says too little to be of use to anybody.</summary>
    public static IReadOnlyList<StepPart> Needed(StepStatementKind kind) => kind switch
    {
        StepStatementKind.SelfAssessment => [StepPart.Clients, StepPart.Strengths, StepPart.Weaknesses],
        // Any one of them.
        StepStatementKind.FeedbackStrategy => [],
        StepStatementKind.Vision => [StepPart.Vision],
        _ => [StepPart.Whom, StepPart.Why],
    };

    /// <summary>A broken rule when what is written says too little.</summary>
    public static void Require(StepStatementKind kind, IReadOnlyCollection<StepPart> written)
    {
        if (written.Count > 0 && Needed(kind).All(written.Contains)) return;
        throw kind switch
        {
            StepStatementKind.SelfAssessment => new RuleViolationException("step.self-assessment",
                "Say who the clients are, and at least one strength and one weakness."),
            StepStatementKind.FeedbackStrategy => new RuleViolationException("step.strategy",
                "Name at least one way to hear from people: how often, and who does it."),
            StepStatementKind.Vision => new RuleViolationException("step.vision",
                "Write the vision: how clients should find the service one day."),
            _ => new RuleViolationException("step.recognition", "Say who is recognised, and for what."),
        };
    }
}
