using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>
/// What the results of a wave can be divided by: the channel, the language, a question of one answer, or one option of several choices,
/// written as the name of its column (<c>channels.web</c>).
/// </summary>
public static class Splits
{
    public const string Channel = "channel", Language = "language";

    /// <summary>Values of the two groups that an option makes: who chose it and who did not.</summary>
    public const string Chosen = "1", NotChosen = "0";

    /// <summary>Everything one may ask for, in the order of precedence: what comes later gives way to what comes before.</summary>
    public static IEnumerable<string> Of(QuestionnaireContent content) =>
    [
        Channel, Language, .. Choices(content), .. content.Questions.Where(q => q.Scale is not null).Select(q => q.Code),
        .. content.Questions.Where(q => q.Kind.TakesSeveral).SelectMany(q => q.Kind.Columns(q)),
    ];

    public static bool Knows(QuestionnaireContent content, string? by) =>
        by is Channel or Language || (by is { Length: > 0 } && Question(content, by) is not null);

    /// <summary>The question whose answers make the groups, and the option where it is one of several; null for anything else.</summary>
    public static (Question Question, QuestionOption? Option)? Question(QuestionnaireContent content, string by)
    {
        if (content.Find(by) is { } question)
            return question.Kind.Groups || question.Scale is not null ? (question, null) : null;
        foreach (var several in content.Questions.Where(q => q.Kind.TakesSeveral))
            foreach (var (column, option) in several.Kind.Columns(several).Zip(several.Options))
                if (column == by) return (several, option);
        return null;
    }

    internal static IEnumerable<string> Choices(QuestionnaireContent content) =>
        content.Questions.Where(q => q.Kind.Groups).Select(q => q.Code);
}
