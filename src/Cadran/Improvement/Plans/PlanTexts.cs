namespace Cadran.Improvement;

/// <summary>What somebody writes in a plan; everything else in it comes from what was measured, decided and promised.</summary>
/// <param name="Summary">What the year is about.</param>
/// <param name="Resources">People and means.</param>
/// <param name="Measuring">How progress to the targets is measured.</param>
/// <param name="Budget">In whole units of the currency; null where none is set.</param>
/// <param name="Currency">Three letters of ISO 4217; empty without a budget.</param>
public sealed record PlanTexts(LocalText Summary, LocalText Resources, LocalText Measuring, long? Budget, string Currency)
{
    public const int MaxLength = 4000;
    public const long LargestBudget = 1_000_000_000_000;
    public const int CurrencyLength = 3;

    /// <summary>The last check before it is kept.</summary>
    public PlanTexts Require()
    {
        TextLimits.Required(Summary, MaxLength, nameof(Summary));
        TextLimits.Optional(Resources, MaxLength, nameof(Resources));
        TextLimits.Optional(Measuring, MaxLength, nameof(Measuring));
        if (Budget is < 0 or > LargestBudget)
            throw new RuleViolationException("plan.budget", "A budget is 0 or more, in whole units.", nameof(Budget));
        if (Budget is null) return this with { Currency = "" };
        return Currency is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? this
            : throw new RuleViolationException("plan.currency", "Name the currency of the budget by its three letters, such as CAD or EUR.",
                nameof(Currency));
    }
}
