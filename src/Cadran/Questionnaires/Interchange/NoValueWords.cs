namespace Cadran.Questionnaires;

/// <summary>What people choose who do not answer, in the languages of respondents, for files that leave.</summary>
internal static class NoValueWords
{
    private static readonly Dictionary<string, LocalText> Words = new()
    {
        ["na"] = new("Does not apply to me", "Ne s’applique pas à moi", "Niet op mij van toepassing", "Trifft auf mich nicht zu"),
        ["dk"] = new("I do not know", "Je ne sais pas", "Weet ik niet", "Weiß ich nicht"),
        ["refused"] = new("I prefer not to say", "Je préfère ne pas répondre", "Zeg ik liever niet", "Möchte ich nicht sagen"),
    };

    public static LocalText Of(NoValueCode none) => Words[none.Code];

    /// <summary>What can be chosen in place of an answer too, as options of other tools.</summary>
    public static IReadOnlyList<QuestionOption> Options(Question question) =>
        [.. question.Kind.Offered(question).Select(none => new QuestionOption(none.Code, Of(none)))];
}
