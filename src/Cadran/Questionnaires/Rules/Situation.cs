using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>What a rule is judged by: the answers of one person and facts about their service.</summary>
/// <param name="answers">The answer to the question with that code; null where there is none.</param>
/// <param name="facts">Values of <see cref="Fact.All"/>; what is not among them is nothing.</param>
public sealed class Situation(Func<string, Answer?> answers, IReadOnlyDictionary<string, RuleValue>? facts = null)
{
    public Answer? Answer(string code) => answers(code);

    public RuleValue Fact(string name) => facts is not null && facts.TryGetValue(name, out RuleValue value) ? value : default;

    public bool Answered(string code) => answers(code) is not (null or Questionnaires.Answer.None);

    public bool Chose(string code, string option) =>
        answers(code) is { } answer and not Questionnaires.Answer.None && answer.Chose(option);

    public bool Gave(string code, NoValue none) => answers(code) is Questionnaires.Answer.None { Kind: var kind } && kind == none;

    /// <summary>What an answer is worth in a comparison: the point, the number, the day, the code or the text.</summary>
    public RuleValue Worth(string code) => answers(code) switch
    {
        Questionnaires.Answer.Rating rating => RuleValue.Of(rating.Value),
        Questionnaires.Answer.Number number => RuleValue.Of(number.Value),
        Questionnaires.Answer.Date date => RuleValue.Of(date.Value),
        Questionnaires.Answer.Choice choice => RuleValue.Of(choice.Code),
        Questionnaires.Answer.Duration { Actual: { } actual } => RuleValue.Of(actual),
        Questionnaires.Answer.Comment comment => RuleValue.Of(comment.Text),
        Questionnaires.Answer.Word word => RuleValue.Of(word.Text),
        _ => RuleValue.Nothing,
    };

    /// <summary>How many options were chosen; 0 where nothing was answered.</summary>
    public int CountChosen(string code) => answers(code) switch
    {
        Questionnaires.Answer.Choices several => several.Codes.Count,
        Questionnaires.Answer.Choice => 1,
        _ => 0,
    };
}
