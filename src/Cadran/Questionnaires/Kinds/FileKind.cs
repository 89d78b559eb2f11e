using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>Files, where the installation takes any. What they are is read from their first bytes.</summary>
public sealed class FileKind : QuestionKind
{
    public const int MostFiles = 5;

    public override string Code => "File";
    public override string Name => "Files";
    public override double Seconds => 30;
    public override bool HasOneControl => true;
    public override bool IsPersonal => true;

    public static int MostOf(Question question) => question.Most ?? 1;

    public override (string Words, object[] Args)? Advice(Question question) =>
        ("Pictures (PNG, JPEG) or PDF, at most {0}. A file may say who you are: whoever works with the answers can open it.",
            [MostOf(question)]);

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IReadOnlyList<NoValueCode> Offered(Question question) => [];

    public override IEnumerable<RuleViolationException> Faults(Question question) =>
        [.. base.Faults(question), .. CountFaults(question, MostFiles)];

    public override IEnumerable<AnswerProblem> Problems(Question question) =>
        [AnswerProblem.Missing, AnswerProblem.FileKind, AnswerProblem.TooMany(MostOf(question))];

    public override AnswerReading Imported(Question question, string value) => new(null, AnswerProblem.FileKind);

    public override AnswerProblem? Check(Question question, Answer answer) =>
        answer is Answer.Files files && files.Sent.Count > MostOf(question) ? AnswerProblem.TooMany(MostOf(question)) : null;

    public override AnswerCoder? Coder(Question question) => null;

    public override IReadOnlyList<NumberSeries> Series(Question question) => [new("", LocalText.Empty, SeriesSummary.Count)];

    public override double? Measured(Question question, Answer answer, NumberSeries series) =>
        answer is Answer.Files files ? files.Sent.Count : null;

    // Files come by themselves; a text where they should be is from no page of ours.
    protected override AnswerReading Sent(Question question, Sending sent) => new(null, AnswerProblem.FileKind);

    protected override Answer? Kept(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return null;
        return new Answer.Files([.. value.EnumerateArray().Select(file => new SentFile(
            file.GetProperty("id").GetGuid(), file.GetProperty("name").GetString()!, file.GetProperty("type").GetString()!,
            file.GetProperty("bytes").GetInt64()))]);
    }
}
