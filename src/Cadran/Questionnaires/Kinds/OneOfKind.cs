using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>Whatever is answered with one option, listed by the author or known to the kind.</summary>
public abstract class OneOfKind : QuestionKind
{
    public override string Partial => "_Options";
    public override bool Groups => true;

    public override IReadOnlyList<string> Parts(Question question) => [.. Options(question).Where(o => o.TakesText).Select(o => o.Code)];

    public override IEnumerable<AnswerProblem> Problems(Question question) => Parts(question).Count == 0 ? base.Problems(question)
        : [.. base.Problems(question), AnswerProblem.LongerThan(TextKind.MaxLength)];

    public override AnswerReading Imported(Question question, string value) =>
        OptionOf(Options(question), value) is { } code ? new(new Answer.Choice(code)) : new(null, AnswerProblem.NotAnOption);

    public override AnswerCoder? Coder(Question question) => OptionCoder.Of(Options(question), byOption: false);

    protected override bool ReadsText(Question question) => true;

    protected override AnswerReading Sent(Question question, Sending sent)
    {
        // Somebody who writes beside “other” and forgets to choose it has chosen it.
        string[] written = [.. Parts(question).Where(part => sent.Part(part).Length > 0)];
        string? code = sent.Values is [var one] ? one : sent.Values.Count == 0 && written is [var only] ? only : null;
        if (code is null || Options(question).All(o => o.Code != code)) return new(null, AnswerProblem.NotAnOption);
        if (!written.Contains(code)) return new(new Answer.Choice(code));
        string text = CommentKind.Clean(sent.Part(code));
        return text.Length > TextKind.MaxLength ? new(new Answer.Choice(code), AnswerProblem.LongerThan(TextKind.MaxLength))
            : new(new Answer.Choice(code, text.Length == 0 ? null : new(text)));
    }

    protected override Answer? Kept(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new Answer.Choice(value.GetString()!),
        JsonValueKind.Object when value.TryGetProperty("code", out JsonElement code) =>
            new Answer.Choice(code.GetString()!, Answer.ReadTexts(value)?.GetValueOrDefault(code.GetString()!)),
        _ => null,
    };
}
