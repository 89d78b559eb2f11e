using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>Any number of the listed options, or up to <see cref="Question.Most"/>.</summary>
public sealed class ChoicesKind : QuestionKind
{
    public override string Code => "Choices";
    public override string Name => "Several choices";
    public override double Seconds => 6;
    public override string Partial => "_Options";
    public override bool HasOptions => true;
    public override bool TakesSeveral => true;

    public override (string Words, object[] Args)? Advice(Question question) =>
        question switch
        {
            { Least: { } least, Most: { } most } when least == most => ("Choose {0}.", [most]),
            { Least: { } least, Most: { } most } => ("Choose {0} to {1}.", [least, most]),
            { Least: { } least } => ("Choose at least {0}.", [least]),
            { Most: { } most } => ("Choose at most {0}.", [most]),
            _ => ("Choose all that apply.", []),
        };

    public override IReadOnlyList<string> Parts(Question question) => [.. question.Options.Where(o => o.TakesText).Select(o => o.Code)];

    public override IEnumerable<RuleViolationException> Faults(Question question) =>
        [.. base.Faults(question), .. OptionFaults(question), .. CountFaults(question, Math.Max(question.Options.Count, 1))];

    public override IEnumerable<AnswerProblem> Problems(Question question)
    {
        foreach (AnswerProblem problem in base.Problems(question)) yield return problem;
        if (question.Most is { } most) yield return AnswerProblem.TooMany(most);
        if (question.Least is { } least) yield return AnswerProblem.TooFew(least);
        if (question.Options.Any(o => o.Exclusive)) yield return AnswerProblem.ExclusiveBesideOthers;
        if (Parts(question).Count > 0) yield return AnswerProblem.LongerThan(TextKind.MaxLength);
    }

    /// <summary>Several in one cell are divided by a sign, a line break or a space, whichever divides the cell into options.</summary>
    public override AnswerReading Imported(Question question, string value) =>
        ChosenInCell.Of(question, value) is { } codes ? Chosen(question, codes) : new(null, AnswerProblem.NotAnOption);

    /// <summary>What a file says in a column for each option.</summary>
    /// <param name="codes">Of the options that were chosen.</param>
    internal AnswerReading Chosen(Question question, IReadOnlyList<string> codes)
    {
        Answer answer = InOrder(question, codes);
        return Check(question, answer) is { } problem ? new(null, problem) : new(answer);
    }

    public override AnswerProblem? Check(Question question, Answer answer)
    {
        if (answer is not Answer.Choices { Codes: var codes }) return null;
        bool alone = question.Options.Any(o => o.Exclusive && codes.Contains(o.Code));
        if (alone && codes.Count > 1) return AnswerProblem.ExclusiveBesideOthers;
        if (question.Most is { } most && codes.Count > most) return AnswerProblem.TooMany(most);
        // Who says that none of them applies cannot choose two.
        return question.Least is { } least && codes.Count < least && !alone ? AnswerProblem.TooFew(least) : null;
    }

    public override IReadOnlyList<string> FileParts(Question question) => [.. question.Options.Select(o => o.Code)];

    public override IReadOnlyList<string> Columns(Question question) => [.. question.Options.Select(o => $"{question.Code}.{o.Code}")];

    public override AnswerCoder? Coder(Question question) => OptionCoder.Of(question.Options, byOption: true);

    // Too many are kept to be shown again: the person takes some away instead of starting anew.
    protected override AnswerReading Sent(Question question, Sending sent)
    {
        if (sent.Values.Any(value => question.Options.All(o => o.Code != value))) return new(null, AnswerProblem.NotAnOption);
        // Somebody who writes beside “other” and forgets to choose it has chosen it.
        string[] written = [.. Parts(question).Where(part => sent.Part(part).Length > 0)];
        Answer.Choices answer = InOrder(question, [.. sent.Values, .. written]);
        var texts = written.ToDictionary(part => part, part => new Answer.Comment(CommentKind.Clean(sent.Part(part))));
        if (texts.Values.Any(t => t.Text.Length > TextKind.MaxLength)) return new(answer, AnswerProblem.LongerThan(TextKind.MaxLength));
        answer = answer with { Others = texts.Values.Any(t => t.Text.Length > 0) ? texts : null };
        return new(answer, Check(question, answer));
    }

    protected override Answer? Kept(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => Listed(value),
        JsonValueKind.Object when value.TryGetProperty("codes", out JsonElement codes) =>
            Listed(codes) with { Others = Answer.ReadTexts(value) },
        _ => null,
    };

    private static Answer.Choices Listed(JsonElement codes) => new([.. codes.EnumerateArray().Select(option => option.GetString()!)]);

    private static Answer.Choices InOrder(Question question, IReadOnlyList<string> codes) =>
        new([.. question.Options.Select(o => o.Code).Where(codes.Contains)]);
}
