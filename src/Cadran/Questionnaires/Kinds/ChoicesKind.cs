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
        question.Most is { } most ? ("Choose at most {0}.", [most]) : ("Choose all that apply.", []);

    public override IEnumerable<RuleViolationException> Faults(Question question) => [.. base.Faults(question), .. OptionFaults(question)];

    public override IEnumerable<AnswerProblem> Problems(Question question) =>
        question.Most is { } most ? [.. base.Problems(question), AnswerProblem.TooMany(most)] : base.Problems(question);

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

    public override AnswerProblem? Check(Question question, Answer answer) =>
        question.Most is { } most && answer is Answer.Choices chosen && chosen.Codes.Count > most ? AnswerProblem.TooMany(most) : null;

    public override IReadOnlyList<string> Columns(Question question) => [.. question.Options.Select(o => $"{question.Code}.{o.Code}")];

    public override AnswerCoder? Coder(Question question) => OptionCoder.Of(question, byOption: true);

    // Too many are kept to be shown again: the person takes some away instead of starting anew.
    protected override AnswerReading Sent(Question question, IReadOnlyList<string> values)
    {
        if (values.Any(value => question.Options.All(o => o.Code != value))) return new(null, AnswerProblem.NotAnOption);
        Answer answer = InOrder(question, values);
        return new(answer, Check(question, answer));
    }

    protected override Answer? Kept(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? new Answer.Choices([.. value.EnumerateArray().Select(option => option.GetString()!)]) : null;

    private static Answer.Choices InOrder(Question question, IReadOnlyList<string> codes) =>
        new([.. question.Options.Select(o => o.Code).Where(codes.Contains)]);
}
