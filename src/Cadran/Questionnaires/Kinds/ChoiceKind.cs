using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>One of the listed options.</summary>
public sealed class ChoiceKind : QuestionKind
{
    public override string Code => "Choice";
    public override string Name => "One choice";
    public override double Seconds => 3;
    public override string Partial => "_Options";
    public override bool HasOptions => true;
    public override bool Groups => true;

    public override IEnumerable<RuleViolationException> Faults(Question question) => [.. base.Faults(question), .. OptionFaults(question)];

    public override AnswerReading Imported(Question question, string value) =>
        OptionOf(question, value) is { } code ? new(new Answer.Choice(code)) : new(null, AnswerProblem.NotAnOption);

    public override AnswerCoder? Coder(Question question) => OptionCoder.Of(question, byOption: false);

    protected override AnswerReading Sent(Question question, IReadOnlyList<string> values) =>
        values is [var one] && question.Options.Any(o => o.Code == one)
            ? new(new Answer.Choice(one)) : new(null, AnswerProblem.NotAnOption);

    protected override Answer? Kept(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? new Answer.Choice(value.GetString()!) : null;
}
