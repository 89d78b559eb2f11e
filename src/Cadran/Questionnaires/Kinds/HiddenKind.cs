namespace Cadran.Questionnaires;

/// <summary>
/// What is known before anybody answers: a fixed value, or one of the listed options that the address brings, as in <c>?source=letter</c>.
/// Only what the author listed is ever kept, so that no address can carry a name into an answer.
/// </summary>
public sealed class HiddenKind : OneOfKind
{
    public override string Code => "Hidden";
    public override string Name => "Hidden value";
    public override double Seconds => 0;
    public override double LabelsRead => 0;
    public override string Partial => "_Hidden";
    public override bool HasOptions => true;
    public override bool IsShown => false;

    public override IReadOnlyList<QuestionOption> Options(Question question) =>
        question.Value is { } value && question.Options.All(o => o.Code != value)
            ? [new(value, new(value, value, value, value))] : question.Options;

    public override IReadOnlyList<string> Parts(Question question) => [];

    public override IReadOnlyList<NoValueCode> Offered(Question question) => [];

    public override IEnumerable<RuleViolationException> Faults(Question question)
    {
        foreach (RuleViolationException fault in base.Faults(question)) yield return fault;
        if (question.Required)
            yield return new RuleViolationException("question.hidden-required",
                "Nobody can be required to answer what is not shown.", nameof(Question.Required));
        if (question.Value is null && question.Options.Count == 0)
            yield return new RuleViolationException("question.hidden-nothing",
                "Write the value, or the values that the address may bring, one on each line.", nameof(Question.Options));
        if (question.Value is { } value && !OwnItem.IsCode(value))
            yield return new RuleViolationException("question.hidden-value",
                "A hidden value begins with a lower-case letter and has lower-case letters, digits and _ only, at most 40.",
                nameof(Question.Value));
        if (question.Options.Count > OwnItem.MaxOptions)
            yield return new RuleViolationException("question.many-options", "A question has at most 60 options.",
                nameof(Question.Options));
    }

    /// <summary>What an address that says this brings: the fixed value, a listed one, or nothing.</summary>
    public static Answer? Brought(Question question, string? said) =>
        question.Value is { } value ? new Answer.Choice(value)
            : question.Options.Any(o => o.Code == said) ? new Answer.Choice(said!) : null;
}
