using Cadran.Catalogue;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What the page of a service's nine steps shows.</summary>
/// <param name="Statements">All versions of each, the last first.</param>
public sealed record StepsView(
    Service Service, LocalText Organisation, NineSteps Steps, ILookup<StepStatementKind, StepStatement> Statements)
{
    /// <summary>What is said in a step; null for one that evidence decides alone.</summary>
    public static StepStatementKind? StatementOf(int step) => step switch
    {
        1 => StepStatementKind.SelfAssessment,
        2 => StepStatementKind.FeedbackStrategy,
        3 => StepStatementKind.Vision,
        9 => StepStatementKind.Recognition,
        _ => null,
    };
}
