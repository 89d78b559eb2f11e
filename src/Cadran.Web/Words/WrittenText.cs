using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>
/// What people write in a form: in the language of the page, and if they like in the other one, in the fields folded below.
/// </summary>
public static class WrittenText
{
    /// <summary>The official language the page is not in.</summary>
    public static string Other => Localization.Language == "fr" ? "en" : "fr";

    /// <summary>Name of a field to be filled in that language.</summary>
    public static string Label(IStringLocalizer<Text> text, string language, string name) =>
        text[language == "fr" ? "{0}, in French" : "{0}, in English", text[name].Value];

    public static LocalText Of(string? here, string? there = null) =>
        LocalText.Empty.With(Localization.Language, here?.Trim() ?? "").With(Other, there?.Trim() ?? "");
}
