using System.Globalization;
using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>A number, with the author's unit, bounds and decimals.</summary>
public sealed class NumberKind : QuestionKind
{
    public override string Code => "Number";
    public override string Name => "Number";
    public override double Seconds => 8;
    public override bool HasOneControl => true;

    public override (string Words, object[] Args)? Advice(Question question) => question switch
    {
        { Minimum: { } from, Maximum: { } to } => ("Between {0} and {1}.", [from, to]),
        { Minimum: { } from } => ("{0} or more.", [from]),
        { Maximum: { } to } => ("{0} or less.", [to]),
        _ => null,
    };

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IEnumerable<RuleViolationException> Faults(Question question) => [.. base.Faults(question), .. BoundFaults(question)];

    public override IEnumerable<AnswerProblem> Problems(Question question) => [AnswerProblem.Missing, .. NumberProblems(question)];

    public override AnswerReading Imported(Question question, string value) => Read(question, value, imported: true);

    public override AnswerProblem? Check(Question question, Answer answer) =>
        answer is Answer.Number number ? Fault(question, number.Value) : null;

    public override AnswerCoder? Coder(Question question) => null;

    public override IReadOnlyList<NumberSeries> Series(Question question) => [new("", LocalText.Empty, SeriesSummary.Amount)];

    public override double? Measured(Question question, Answer answer, NumberSeries series) =>
        answer is Answer.Number number ? (double)number.Value : null;

    protected override AnswerReading Sent(Question question, Sending sent) =>
        sent.Values.Where(value => NoValueCode.Find(value) is null).ToList() is [var typed]
            ? sent.Values.Count == 1 ? Read(question, typed, imported: false) : new(null, AnswerProblem.AnswerAndNone)
            : new(null, AnswerProblem.NotANumber);

    protected override Answer? Kept(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) ? new Answer.Number(number) : null;

    /// <summary>A decimal point in a file is one, whatever the question's decimals: programs write no thousands.</summary>
    internal static decimal? InFile(string value, int decimals) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal plain)
            ? Math.Abs(plain) <= TypedNumber.Largest ? plain : null : TypedNumber.Read(value, decimals);

    internal static IEnumerable<AnswerProblem> NumberProblems(Question question)
    {
        yield return AnswerProblem.NotANumber;
        yield return AnswerProblem.AnswerAndNone;
        yield return AnswerProblem.TooManyDecimals(question.Decimals);
        if (question.Minimum is { } least) yield return AnswerProblem.TooSmall(least);
        if (question.Maximum is { } most) yield return AnswerProblem.TooLarge(most);
    }

    internal static AnswerProblem? Fault(Question question, decimal number) =>
        TypedNumber.DecimalsOf(number) > question.Decimals ? AnswerProblem.TooManyDecimals(question.Decimals)
        : question.Minimum is { } least && number < least ? AnswerProblem.TooSmall(least)
        : question.Maximum is { } most && number > most ? AnswerProblem.TooLarge(most) : null;

    internal static IEnumerable<RuleViolationException> BoundFaults(Question question)
    {
        if (question.Decimals is < 0 or > TypedNumber.MostDecimals)
            yield return new RuleViolationException("question.decimals", "A number has {0} to {1} digits after the decimal sign.",
                nameof(Question.Decimals), 0, TypedNumber.MostDecimals);
        if (question is { Minimum: { } from, Maximum: { } to } && from >= to)
            yield return new RuleViolationException("question.bounds", "The largest number must be larger than the smallest.",
                nameof(Question.Maximum));
    }

    private static AnswerReading Read(Question question, string value, bool imported)
    {
        decimal? number = imported ? InFile(value, question.Decimals) : TypedNumber.Read(value, question.Decimals);
        if (number is not { } read) return new(null, AnswerProblem.NotANumber);
        AnswerProblem? problem = Fault(question, read);
        return imported && problem is not null ? new(null, problem) : new(new Answer.Number(read), problem);
    }
}
