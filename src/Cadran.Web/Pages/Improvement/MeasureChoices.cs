using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.Improvement;

/// <summary>
/// Measures to choose from: the words people were asked, cut where a list would not show them, the code added where two read the same.
/// </summary>
internal static class MeasureChoices
{
    private const int Longest = 90;

    public static IReadOnlyList<SelectListItem> Of(IEnumerable<(string Code, LocalText Name)> measures)
    {
        List<(string Code, string Name)> named =
            [.. measures.Select(m => (m.Code, ShortText.AtAWord(m.Name.In(Localization.Language), Longest)))];
        return [.. named.Select(m =>
            new SelectListItem(named.Count(other => other.Name == m.Name) > 1 ? $"{m.Name} ({m.Code})" : m.Name, m.Code))];
    }
}
