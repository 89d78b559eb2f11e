using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Web.Respondent;

/// <summary>One person's answers and the problems with them, for the open places of a section.</summary>
/// <param name="Typed">Texts as they were just sent, where they could not be taken.</param>
/// <param name="Nothing">The whole questionnaire is empty.</param>
/// <param name="Trap">The field people do not see was filled.</param>
/// <param name="Walk">Where the person is in a questionnaire with rules; null in one without.</param>
internal sealed record SectionValues(
    Answers Answers, IReadOnlyDictionary<string, AnswerProblem>? Problems = null, IReadOnlyDictionary<string, string>? Typed = null,
    bool Nothing = false, bool Trap = false, AnswerWalk? Walk = null) : ITemplateValues
{
    public bool Is(string condition, string code, string value) => condition switch
    {
        "errors" => Problems is { Count: > 0 } || Nothing || Trap,
        "nothing" => Nothing,
        "trap" => Trap,
        "problem" => Problems?.ContainsKey(code) == true,
        "shown" => Walk?.Shows(code) != false,
        "offered" => Walk?.Path.HidesOption(code, value) != true,
        "required" => Walk?.Requires(code) == true,
        "last" => Walk?.IsLast == true,
        "more" => Walk?.IsLast == false,
        "is" => Answers[code]?.Chose(value) == true,
        "masked" => MaskedIn(value, code) is { Masked: not null },
        _ => Problems is not null && Problems.TryGetValue(code, out AnswerProblem? problem) && problem.Code == condition,
    };

    /// <param name="name">Part of the answer; empty for the question's own field.</param>
    public string Text(string name, string code) => name == AnswerTemplate.Piped ? Walk?.Text(code) ?? $"{{{code}}}"
        : name.Length == 0 ? Typed?.GetValueOrDefault(code) ?? Answers[code]?.Typed ?? ""
        : Typed?.GetValueOrDefault(SectionAnswers.PartOf(code, name)) ?? Answers[code]?.TypedIn(name) ?? "";

    public IEnumerable<T> InOrder<T>(string group, IReadOnlyList<T> parts, Func<T, string> name) =>
        Walk is null ? parts : Walk.Path.InOrder(group, parts, name);

    private Answer.Comment? MaskedIn(string part, string code) =>
        part.Length == 0 ? Answers[code] as Answer.Comment : Answers[code]?.Texts.GetValueOrDefault(part);
}
