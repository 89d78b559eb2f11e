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
        .. Dimensions.Select(d => (d, text[Name(d)].Value)),
    ];

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
