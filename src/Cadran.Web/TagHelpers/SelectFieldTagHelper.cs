using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;select-field for="Input.ServiceId" items="Model.Services" empty="Choose a service"/&gt;</c>; items of one group stand together.
/// </summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectFieldTagHelper(IStringLocalizer<Text> text) : ChoiceField(text)
{
    /// <summary>Text of a first option without value.</summary>
    public string? Empty { get; set; }

    protected override void Fill(TagHelperOutput output, FieldMarkup field, IReadOnlyList<TagHelperAttribute> onControl)
    {
        var chosen = Chosen(field);
        var select = field.Control("select");
        if (Empty is not null) select.InnerHtml.AppendHtml(Option("", T[Empty], false));
        TagBuilder? group = null;
        SelectListGroup? open = null;
        foreach (var choice in Choices())
        {
            if (choice.Group is { } next && next != open)
            {
                group = new TagBuilder("optgroup");
                group.Attributes["label"] = next.Name;
                select.InnerHtml.AppendHtml(group);
            }
            open = choice.Group;
            (open is null ? select : group!).InnerHtml.AppendHtml(Option(choice.Value, choice.Text, chosen.Contains(choice.Value)));
        }
        Stack(output, field, select, onControl);
    }

    private static TagBuilder Option(string value, string text, bool selected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (selected) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(text);
        return option;
    }
}
