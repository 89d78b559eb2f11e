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

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IReadOnlyList<NoValueCode> Offered(Question question) => [];

    public override (string Words, object[] Args)? Advice(Question question) =>
        ("Up to {0:N0} characters. Please do not write names or numbers that identify somebody. What we recognise as a telephone number, "
            + "an e-mail address, a national number, a bank account or card number or a full postal code "
            + "is hidden before we keep the text.", [MaxLength]);

    public override IEnumerable<AnswerProblem> Problems(Question question) => [AnswerProblem.Missing, AnswerProblem.TooLong];

    public override AnswerReading Imported(Question question, string value) => Read(value);

    public override AnswerCoder? Coder(Question question) => null;

    /// <summary>
    /// Line ends as one character; without NUL and other control characters, which are nobody's words and which databases refuse.
    /// </summary>
    public static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes()
        .Where(r => r.Value is '\n' or '\t' || !Rune.IsControl(r)).Where(r => r.Value != 0xFFFD).Select(r => r.ToString())).Trim();

    protected override AnswerReading Sent(Question question, IReadOnlyList<string> values) => Read(values[0]);

    protected override Answer? Kept(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new Answer.Comment(value.GetString()!),
        JsonValueKind.Object => new Answer.Comment(value.GetProperty("text").GetString()!, Masks(value)),
        _ => null,
    };

    private static Dictionary<string, int>? Masks(JsonElement comment) =>
        comment.TryGetProperty("masked", out JsonElement masked)
            ? masked.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetInt32()) : null;

    private static AnswerReading Read(string written)
    {
        string text = Clean(written);
        if (text.Length == 0) return default;
        return text.Length > MaxLength ? new(null, AnswerProblem.TooLong) : new(new Answer.Comment(text));
    }
}
