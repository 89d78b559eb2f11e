using System.Text;
using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>Free text. Whoever keeps it masks personal data first.</summary>
public sealed class CommentKind : QuestionKind
{
    /// <summary>Characters of a comment; longer ones are refused, never cut.</summary>
    public const int MaxLength = 2000;

    public override string Code => "Comment";
    public override string Name => "Comment";
    public override double Seconds => 30;
    public override bool IsText => true;

    public static int LengthOf(Question question) => question.Length ?? MaxLength;

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IReadOnlyList<NoValueCode> Offered(Question question) => [];

    public override (string Words, object[] Args)? Advice(Question question) =>
        ("Up to {0:N0} characters. Please do not write names or numbers that identify somebody. What we recognise as a telephone number, "
            + "an e-mail address, a national number, a bank account or card number or a full postal code "
            + "is hidden before we keep the text.", [LengthOf(question)]);

    public override IEnumerable<RuleViolationException> Faults(Question question)
    {
        foreach (RuleViolationException fault in base.Faults(question)) yield return fault;
        if (question.Length is < 1 or > MaxLength)
            yield return new RuleViolationException("question.comment-length", "A comment has {0} to {1} characters.",
                nameof(Question.Length), 1, MaxLength);
    }

    public override IEnumerable<AnswerProblem> Problems(Question question) => [AnswerProblem.Missing, TooLong(question)];

    public override AnswerReading Imported(Question question, string value) => Read(question, value);

    public override AnswerCoder? Coder(Question question) => null;

    /// <summary>
    /// Line ends as one character; without NUL and other control characters, which are nobody's words and which databases refuse.
    /// </summary>
    public static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes()
        .Where(r => r.Value is '\n' or '\t' || !Rune.IsControl(r)).Where(r => r.Value != 0xFFFD).Select(r => r.ToString())).Trim();

    protected override AnswerReading Sent(Question question, Sending sent) => Read(question, sent.Values[0]);

    protected override Answer? Kept(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new Answer.Comment(value.GetString()!),
        JsonValueKind.Object => new Answer.Comment(value.GetProperty("text").GetString()!, Masks(value)),
        _ => null,
    };

    private static AnswerProblem TooLong(Question question) =>
        question.Length is { } length ? AnswerProblem.LongerThan(length) : AnswerProblem.TooLong;

    private static Dictionary<string, int>? Masks(JsonElement comment) =>
        comment.TryGetProperty("masked", out JsonElement masked)
            ? masked.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetInt32()) : null;

    private static AnswerReading Read(Question question, string written)
    {
        string text = Clean(written);
        if (text.Length == 0) return default;
        return text.Length > LengthOf(question) ? new(null, TooLong(question)) : new(new Answer.Comment(text));
    }
}
