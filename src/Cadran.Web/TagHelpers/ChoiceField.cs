using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary>A field whose answers are listed. Without items, an enumeration lists its members, translated by name.</summary>
public abstract class ChoiceField(IStringLocalizer<Text> text) : FormField(text)
{
    /// <summary>Texts are shown as they are: give them already in the reader's language.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    protected IEnumerable<SelectListItem> Choices() => Items
        ?? For.Metadata.EnumNamesAndValues?.Keys.Select(name => new SelectListItem(T[FieldMarkup.Words(name)], name))
        ?? throw new InvalidOperationException($"<{GetType().Name}> for {For.Name} has no items and is not an enumeration.");

    protected HashSet<string> Chosen(FieldMarkup field)
    {
        if (field.Attempted is { } typed)
            return View.ViewData.ModelState[field.Name]?.RawValue is string[] many ? [.. many] : [typed];
        return For.Model switch
        {
            null => [.. Choices().Where(choice => choice.Selected).Select(choice => choice.Value)],
            string one => [one],
            IEnumerable many => [.. many.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "")],
            var one => [Convert.ToString(one, CultureInfo.InvariantCulture) ?? ""],
        };
    }
}
