using System.Globalization;
using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>A day.</summary>
public sealed class DateKind : QuestionKind
{
    private static readonly DateOnly FirstDay = new(1800, 1, 1), LastDay = new(2200, 12, 31);

    // The day before the month: the languages of respondents write it so. What a browser's control sends comes first.
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d M yyyy", "yyyy/M/d", "yyyy-M-d", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss",
    ];

    public override string Code => "Date";
    public override string Name => "Date";
    public override double Seconds => 8;
    public override bool HasOneControl => true;

    public override (string Words, object[] Args)? Advice(Question question) => question switch
    {
        { Earliest: { } from, Latest: { } to } => ("From {0} to {1}.", [from, to]),
        { Earliest: { } from } => ("{0} or later.", [from]),
        { Latest: { } to } => ("{0} or earlier.", [to]),
        _ => null,
    };

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IEnumerable<RuleViolationException> Faults(Question question)
    {
        foreach (RuleViolationException fault in base.Faults(question)) yield return fault;
        if (question is { Earliest: { } from, Latest: { } to } && from > to)
            yield return new RuleViolationException("question.days", "The last day must not lie before the first.",
                nameof(Question.Latest));
    }

    public override IEnumerable<AnswerProblem> Problems(Question question)
    {
        yield return AnswerProblem.Missing;
        yield return AnswerProblem.NotADate;
        yield return AnswerProblem.AnswerAndNone;
        yield return AnswerProblem.TooSmall(question.Earliest ?? FirstDay);
        yield return AnswerProblem.TooLarge(question.Latest ?? LastDay);
    }

    public override AnswerReading Imported(Question question, string value)
    {
        AnswerReading read = Read(question, value);
        return read.Problem is null ? read : new(null, read.Problem);
    }

    public override AnswerProblem? Check(Question question, Answer answer) => answer is not Answer.Date date ? null
        : date.Value < (question.Earliest ?? FirstDay) ? AnswerProblem.TooSmall(question.Earliest ?? FirstDay)
        : date.Value > (question.Latest ?? LastDay) ? AnswerProblem.TooLarge(question.Latest ?? LastDay) : null;

    public override AnswerCoder? Coder(Question question) => null;

    public override IReadOnlyList<NumberSeries> Series(Question question) => [new("", LocalText.Empty, SeriesSummary.Day)];

    public override double? Measured(Question question, Answer answer, NumberSeries series) =>
        answer is Answer.Date date ? date.Value.DayNumber : null;

    protected override AnswerReading Sent(Question question, Sending sent) =>
        sent.Values.Where(value => NoValueCode.Find(value) is null).ToList() is [var typed]
            ? sent.Values.Count == 1 ? Read(question, typed) : new(null, AnswerProblem.AnswerAndNone)
            : new(null, AnswerProblem.NotADate);

    protected override Answer? Kept(JsonElement value) => value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? new Answer.Date(day) : null;

    private AnswerReading Read(Question question, string typed)
    {
        if (!DateOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return new(null, AnswerProblem.NotADate);
        var answer = new Answer.Date(day);
        return new(answer, Check(question, answer));
    }
}
