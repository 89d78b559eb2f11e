using System.Text.Json;
using PhoneNumbers;

namespace Cadran.Questionnaires;

/// <summary>A telephone number, kept with the code of its country and without signs. It leads to a person.</summary>
public sealed class PhoneKind : QuestionKind
{
    public const int MaxLength = 40;

    public override string Code => "Phone";
    public override string Name => "Telephone number";
    public override double Seconds => 10;
    public override bool HasOneControl => true;
    public override bool IsPersonal => true;

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IEnumerable<RuleViolationException> Faults(Question question)
    {
        foreach (RuleViolationException fault in base.Faults(question)) yield return fault;
        if (question.Country is { } country && !PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(country))
            yield return new RuleViolationException("question.phone-country",
                "Write the country as two capital letters, such as BE.", nameof(Question.Country));
    }

    public override (string Words, object[] Args)? Advice(Question question) =>
        question.Country is null ? ("Begin with + and the code of the country.", []) : null;

    public override IEnumerable<AnswerProblem> Problems(Question question) =>
        [AnswerProblem.Missing, AnswerProblem.NoPhone, AnswerProblem.AnswerAndNone];

    public override AnswerReading Imported(Question question, string value)
    {
        if (value.Length > MaxLength) return new(null, AnswerProblem.NoPhone);
        PhoneNumberUtil plan = PhoneNumberUtil.GetInstance();
        try
        {
            PhoneNumber number = plan.Parse(value, question.Country);
            return plan.IsValidNumber(number) ? new(new Answer.Word(plan.Format(number, PhoneNumberFormat.E164)))
                : new(null, AnswerProblem.NoPhone);
        }
        catch (NumberParseException)
        {
            return new(null, AnswerProblem.NoPhone);
        }
    }

    public override AnswerCoder? Coder(Question question) => null;

    /// <summary>How many wrote one; which, no page tells.</summary>
    public override IReadOnlyList<NumberSeries> Series(Question question) => [new("", LocalText.Empty, SeriesSummary.Count)];

    public override double? Measured(Question question, Answer answer, NumberSeries series) => answer is Answer.Word ? 1 : null;

    protected override AnswerReading Sent(Question question, Sending sent) =>
        sent.Values is [var one] ? Imported(question, one) : new(null, AnswerProblem.AnswerAndNone);

    protected override Answer? Kept(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? new Answer.Word(value.GetString()!) : null;
}
