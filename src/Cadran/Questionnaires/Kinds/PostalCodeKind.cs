using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>
/// A postal code, of which only the part that names a district is kept: a full one can lead to a house, and answers are anonymous
/// (docs/adr/0302). The form and the part are data per country (<c>PostalCodes.json</c>).
/// </summary>
public sealed class PostalCodeKind : QuestionKind
{
    public const int MaxLength = 20;

    public override string Code => "PostalCode";
    public override string Name => "Postal code";
    public override double Seconds => 6;
    public override bool HasOneControl => true;

    public override (string Words, object[] Args)? Advice(Question question) =>
        ("Of your postal code we keep only the first {0} characters, which name a district and not a street.",
            [PostalCodes.KeptIn(question.Country)]);

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IEnumerable<RuleViolationException> Faults(Question question)
    {
        foreach (RuleViolationException fault in base.Faults(question)) yield return fault;
        if (question.Country is { } country && !PostalCodes.Knows(country))
            yield return new RuleViolationException("question.postal-country",
                "Postal codes of {0} are not known. Leave the country empty to take those of any.", nameof(Question.Country), country);
    }

    public override IEnumerable<AnswerProblem> Problems(Question question) =>
        [AnswerProblem.Missing, AnswerProblem.NoPostalCode, AnswerProblem.AnswerAndNone];

    public override AnswerReading Imported(Question question, string value) =>
        PostalCodes.District(value, question.Country) is { } district
            ? new(new Answer.Word(district)) : new(null, AnswerProblem.NoPostalCode);

    public override AnswerCoder? Coder(Question question) => null;

    /// <summary>How many wrote one; which, no page tells.</summary>
    public override IReadOnlyList<NumberSeries> Series(Question question) => [new("", LocalText.Empty, SeriesSummary.Count)];

    public override double? Measured(Question question, Answer answer, NumberSeries series) => answer is Answer.Word ? 1 : null;

    protected override AnswerReading Sent(Question question, Sending sent) =>
        sent.Values is [var one] ? Imported(question, one) : new(null, AnswerProblem.AnswerAndNone);

    protected override Answer? Kept(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? new Answer.Word(value.GetString()!) : null;
}
