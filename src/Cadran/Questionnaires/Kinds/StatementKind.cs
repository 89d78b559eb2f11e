using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>A text between questions that asks for nothing.</summary>
public sealed class StatementKind : QuestionKind
{
    public override string Code => "Statement";
    public override string Name => "Text to read";
    public override double Seconds => 0;
    public override bool HasAnswer => false;

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IReadOnlyList<NoValueCode> Offered(Question question) => [];

    public override IReadOnlyList<string> Columns(Question question) => [];

    public override IEnumerable<RuleViolationException> Faults(Question question)
    {
        foreach (RuleViolationException fault in base.Faults(question)) yield return fault;
        if (question.Required)
            yield return new RuleViolationException("question.statement-required",
                "A text to read asks for nothing that could be required.", nameof(Question.Required));
    }

    public override IEnumerable<AnswerProblem> Problems(Question question) => [];

    public override AnswerReading Imported(Question question, string value) => default;

    public override AnswerCoder? Coder(Question question) => null;

    protected override AnswerReading Sent(Question question, Sending sent) => default;

    protected override Answer? Kept(JsonElement value) => null;
}
