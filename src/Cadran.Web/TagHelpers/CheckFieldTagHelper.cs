using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary><c>&lt;check-field for="Input.Voluntary" label="…"/&gt;</c>: one yes-or-no box.</summary>
[HtmlTargetElement("check-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckFieldTagHelper(IStringLocalizer<Text> text) : FormField(text)
{
    protected override void Fill(TagHelperOutput output, FieldMarkup field, IReadOnlyList<TagHelperAttribute> onControl)
    {
        var on = field.Attempted is { } typed ? typed.StartsWith("true", StringComparison.OrdinalIgnoreCase) : For.Model is true;
        var box = field.Control("input");
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (on) box.Attributes["checked"] = "checked";
        foreach (var attribute in onControl) box.Attributes[attribute.Name] = attribute.Value?.ToString();
        // An unticked box sends nothing; the hidden field says "false" for it.
        var no = new TagBuilder("input");
        no.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = field.Name, ["value"] = "false" });
        var label = new TagBuilder("label");
        label.Attributes["for"] = field.Id;
        label.InnerHtml.Append(field.Label);
        output.Content.AppendHtml(box).AppendHtml(label).AppendHtml(field.HintAndError());
        output.PostElement.AppendHtml(no);
    }
}
