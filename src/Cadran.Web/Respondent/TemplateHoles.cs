using Cadran.Collection;
using Cadran.Statistics;
using Given = Cadran.Collection.Answer;

namespace Cadran.Web.Respondent;

/// <summary>One person's answers and the problems with them, for the open places of a section.</summary>
/// <param name="Typed">Texts as they were just sent, where they could not be taken.</param>
/// <param name="Nothing">The whole questionnaire is empty.</param>
/// <param name="Trap">The field people do not see was filled.</param>
internal sealed record AnswerHoles(Answers Answers, IReadOnlyDictionary<string, AnswerProblem>? Problems = null, IReadOnlyDictionary<string, string>? Typed = null, bool Nothing = false, bool Trap = false) : IHoleValues
{
    public bool Is(string condition, string code, string value) => condition switch
    {
        "errors" => Problems is { Count: > 0 } || Nothing || Trap,
        "nothing" => Nothing,
        "trap" => Trap,
        "problem" => Problems?.ContainsKey(code) == true,
        "is" => Chosen(Answers[code], value),
        "masked" => Answers[code] is Given.Comment { Masked: not null },
        _ => Problems is not null && Problems.TryGetValue(code, out AnswerProblem problem) && problem.ToString() == condition,
    };

    public string Text(string name, string code) => Typed?.GetValueOrDefault(code) ?? (Answers[code] as Given.Comment)?.Text ?? "";

    private static bool Chosen(Given? answer, string value) => answer switch
    {
        Given.Rating rating => rating.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) == value,
        Given.Choice choice => choice.Code == value,
        Given.Choices choices => choices.Codes.Contains(value),
        Given.None { Kind: NoValue.NotApplicable } => value == "na",
        _ => false,
    };
}

/// <summary>What the thank-you page shows of a key.</summary>
internal sealed record ReceiptHoles(SubmissionKey Key) : IHoleValues
{
    public bool Is(string condition, string code, string value) => false;
    public string Text(string name, string code) => name == "receipt" ? Key.Receipt() : Key.Token;
}
