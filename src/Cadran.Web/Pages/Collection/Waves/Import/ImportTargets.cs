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
        .. content.Questions.Select(q => (q.Code, $"{q.Code}: {ShortText.Of(q.Text.In(Localization.Language))}")),
        .. from question in content.Questions
           where question.Kind is ChoicesKind
           from option in question.Options
           select ($"{question.Code}.{option.Code}",
               $"{question.Code}: {ShortText.Of(option.Label.In(Localization.Language))} ({text["chosen or not"].Value})"),
        .. Dimensions.Select(d => (d, text[Name(d)].Value)),
    ];

    /// <summary>The item, and the option of it, that a target of a column names; null for a fact of the response and for nothing.</summary>
    public static (string Item, string? Option)? Item(QuestionnaireContent content, string target)
    {
        if (content.Find(target) is { } question) return (question.Code, null);
        foreach (Question several in content.Questions.Where(q => q.Kind is ChoicesKind))
            if (target.StartsWith(several.Code + ".", StringComparison.Ordinal)
                && several.Options.FirstOrDefault(o => o.Code == target[(several.Code.Length + 1)..]) is { } option)
                return (several.Code, option.Code);
        return null;
    }

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
