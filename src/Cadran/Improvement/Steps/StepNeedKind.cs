namespace Cadran.Improvement;

/// <summary>What the nine steps ask for, in their order.</summary>
public enum StepNeedKind
{
    SelfAssessment,
    FeedbackStrategy, ClientSurvey, StaffSurvey, StaffIdeas,
    Vision,
    Decision,
    Standards, Target,
    Actions, Plan,
    Delivery,
    NextWave, Verdict,
    Recognition,
}
