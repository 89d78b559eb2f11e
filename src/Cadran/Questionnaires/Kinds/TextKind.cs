using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cadran.Questionnaires;

/// <summary>A few words on one line, of a form the author may fix. Personal data in it is masked as in a comment.</summary>
public sealed class TextKind : QuestionKind
{
    public const int MaxLength = 250, PatternMaxLength = 300;

    public override string Code => "Text";
    public override string Name => "Short text";
    public override double Seconds => 12;
    public override bool IsText => true;

    public static int LengthOf(Question question) => question.Length ?? MaxLength;

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IReadOnlyList<NoValueCode> Offered(Question question) => [];

    public override IEnumerable<RuleViolationException> Faults(Question question)
    {
        foreach (RuleViolationException fault in base.Faults(question)) yield return fault;
        if (question.Length is < 1 or > MaxLength)
            yield return new RuleViolationException("question.length", "A short text has {0} to {1} characters.",
                nameof(Question.Length), 1, MaxLength);
        if (question.Pattern is { } pattern && Compiled(pattern) is null)
            yield return new RuleViolationException("question.pattern",
                "This pattern cannot be used: it has an error, is longer than {0} characters, or looks ahead or back.",
                nameof(Question.Pattern), PatternMaxLength);
        if (question.Pattern is not null && question.Hint == LocalText.Empty)
            yield return new RuleViolationException("question.pattern-hint",
                "Say in the hint what form the text must have: people see no pattern.", nameof(Question.Hint));
    }

    public override IEnumerable<AnswerProblem> Problems(Question question) =>
        [AnswerProblem.Missing, AnswerProblem.LongerThan(LengthOf(question)), AnswerProblem.AnotherForm];

    public override AnswerReading Imported(Question question, string value)
    {
        AnswerReading read = Read(question, value);
        return read.Problem is null ? read : new(null, read.Problem);
    }

    /// <summary>A text in which something was masked has lost its form, and is taken as it is.</summary>
    public override AnswerProblem? Check(Question question, Answer answer) =>
        question.Pattern is { } pattern && answer is Answer.Comment { Masked: null } text && Compiled(pattern)?.IsMatch(text.Text) == false
            ? AnswerProblem.AnotherForm : null;

    public override AnswerCoder? Coder(Question question) => null;

    protected override AnswerReading Sent(Question question, Sending sent) => Read(question, sent.Values[0]);

    protected override Answer? Kept(JsonElement value) => Comment.Stored(value);

    private AnswerReading Read(Question question, string written)
    {
        string text = CommentKind.Clean(written).ReplaceLineEndings(" ");
        if (text.Length == 0) return default;
        if (text.Length > LengthOf(question)) return new(null, AnswerProblem.LongerThan(LengthOf(question)));
        var answer = new Answer.Comment(text);
        return new(answer, Check(question, answer));
    }

    /// <summary>The whole text must match. Without backtracking, so that no pattern and no text together take long.</summary>
    private static Regex? Compiled(string pattern)
    {
        if (pattern.Length > PatternMaxLength) return null;
        try
        {
            return new Regex($"^(?:{pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
