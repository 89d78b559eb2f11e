using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>What a column of a file of responses can be: an item of the questionnaire, or a fact of the response.</summary>
public static class ImportTargets
{
    /// <summary>Facts of the response. An item code cannot start with @.</summary>
    public static readonly IReadOnlyList<string> Dimensions =
        ["@id", "@weight", "@stratum", "@cluster", "@population", "@channel", "@language", "@day"];

    public static IReadOnlyList<(string Value, string Name)> Of(QuestionnaireContent content, IStringLocalizer text) =>
    [
        .. content.Questions.Where(q => q.Kind.HasAnswer).Select(q =>
            (q.Code, $"{q.Code}: {ShortText.Of(q.Text.In(Localization.Language))}")),
        .. from question in content.Questions
           from part in question.Kind.FileParts(question)
           select ($"{question.Code}.{part}", $"{question.Code}: {ShortText.Of(LabelOf(question, part).In(Localization.Language))}"
               + (question.Kind.TakesSeveral ? $" ({text["chosen or not"].Value})" : "")),
        .. Dimensions.Select(d => (d, text[Name(d)].Value)),
    ];

    /// <summary>The item, and the option of it, that a target of a column names; null for a fact of the response and for nothing.</summary>
    public static (string Item, string? Option)? Item(QuestionnaireContent content, string target)
    {
        if (content.Find(target) is { } question) return (question.Code, null);
        foreach (Question several in content.Questions)
            if (target.StartsWith(several.Code + ".", StringComparison.Ordinal)
                && target[(several.Code.Length + 1)..] is var part && several.Kind.FileParts(several).Contains(part))
                return (several.Code, part);
        return null;
    }

    private static LocalText LabelOf(Question question, string part) =>
        question.Options.FirstOrDefault(o => o.Code == part)?.Label ?? DurationKind.LabelOf(part);

    private static string Name(string dimension) => dimension switch
    {
        "@id" => "Id of the response",
        "@weight" => "Weight",
        "@stratum" => "Stratum",
        "@cluster" => "Cluster",
        "@population" => "Population of the stratum",
        "@channel" => "Channel",
        "@language" => "Language",
        _ => "Day of the answer",
    };
}
