namespace Cadran.Improvement;

/// <summary>What an entry of the register would take and bring, as somebody judged before it was decided on.</summary>
/// <param name="Effort">As those judge who would do the work.</param>
/// <param name="Cost">In the currency of the organisation, without decimals; null where nobody knows it. From 0.</param>
/// <param name="Risk">Of doing it.</param>
/// <param name="Benefit">For whom, and which.</param>
/// <param name="ServiceLine">Who would have to do it, such as "network services"; empty where that is clear.</param>
/// <param name="RiskWords">What could go wrong; empty where nothing was said.</param>
public sealed record ActionAssessment(ActionSize Effort, long? Cost, ActionSize Risk, LocalText Benefit, string ServiceLine = "",
    string RiskWords = "")
{
    public const long CostMost = 1_000_000_000_000;
    public const int LineMaxLength = 200, RiskMaxLength = 1000;

    /// <summary>The same, where it breaks no rule.</summary>
    /// <exception cref="RuleViolationException">No benefit is named, or the cost is none.</exception>
    public ActionAssessment Require()
    {
        if (!Enum.IsDefined(Effort) || !Enum.IsDefined(Risk))
            throw new RuleViolationException("assessment.size", "Choose small, medium or large.", nameof(Effort));
        if (Cost is < 0 or > CostMost)
            throw new RuleViolationException("assessment.cost", "Enter a cost from 0 to {0}, without decimals.", nameof(Cost), CostMost);
        return this with
        {
            Benefit = TextLimits.Required(Benefit, ImprovementAction.DescriptionMaxLength, nameof(Benefit)),
            ServiceLine = string.IsNullOrWhiteSpace(ServiceLine) ? ""
                : TextLimits.Required(ServiceLine, LineMaxLength, nameof(ServiceLine)),
            RiskWords = string.IsNullOrWhiteSpace(RiskWords) ? "" : TextLimits.Required(RiskWords, RiskMaxLength, nameof(RiskWords)),
        };
    }
}
