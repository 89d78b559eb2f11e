namespace Cadran.Improvement;

/// <summary>What no evidence can decide in the nine steps, so that somebody has to say it.</summary>
public enum StepStatementKind
{
    /// <summary>Step 1: clients, products, services, partners, strengths and weaknesses, as the service sees itself.</summary>
    SelfAssessment,

    /// <summary>Step 2: which instruments, how often, who.</summary>
    FeedbackStrategy,

    /// <summary>Step 3: what the service is for, and how clients should find it one day.</summary>
    Vision,

    /// <summary>Step 9: who was thanked, and for what.</summary>
    Recognition,
}
