using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Statistics.Drivers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>A state as pages show it: its word in the reader's language, in a tag whose colour only repeats the word.</summary>
public static class StateMarkup
{
    public static IHtmlContent Tag(this IStringLocalizer text, ActionState state) => Tag(text[StateTags.Word(state)], StateTags.Of(state));

    public static IHtmlContent Tag(this IStringLocalizer text, TargetStatus status) =>
        Tag(text[StateTags.Word(status)], StateTags.Of(status));

    public static IHtmlContent Tag(this IStringLocalizer text, WaveState state) => state switch
    {
        WaveState.Open => Tag(text["open"], "good"),
        WaveState.Planned => Tag(text["planned"], "neutral"),
        _ => Tag(text["closed"]),
    };

    public static IHtmlContent Tag(this IStringLocalizer text, Severity severity) => Tag(text[severity.ToString()], severity switch
    {
        Severity.Error => "bad",
        Severity.Warning => "warn",
        _ => "neutral",
    });

    /// <summary>The place of a driver in the priority matrix.</summary>
    public static IHtmlContent Quadrant(this IStringLocalizer text, Quadrant? place) =>
        Tag(text[StateTags.Word(place)], StateTags.Of(place));

    /// <param name="word">Already in the reader's language.</param>
    /// <param name="css">Class of the colour; null for none.</param>
    public static IHtmlContent Tag(string word, string? css = null)
    {
        var tag = new TagBuilder("span");
        tag.Attributes["class"] = css is null ? "tag" : $"tag {css}";
        tag.InnerHtml.Append(word);
        return tag;
    }
}
