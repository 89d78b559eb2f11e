using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;radio-field for="Input.Kind"/&gt;</c> and, for a list, <c>&lt;check-list-field for="Input.Channels" items="…"/&gt;</c>.
/// </summary>
[HtmlTargetElement("radio-field", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("check-list-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceListTagHelper(IStringLocalizer<Text> text) : ChoiceField(text)
{
    /// <summary>Short answers side by side.</summary>
    public bool Across { get; set; }

    protected override void Fill(TagHelperOutput output, FieldMarkup field, IReadOnlyList<TagHelperAttribute> onControl)
    {
        var type = output.TagName == "check-list-field" || For.Metadata.IsEnumerableType ? "checkbox" : "radio";
        output.TagName = "fieldset";
        output.Attributes.SetAttribute("class", field.Error is null ? "field" : "field invalid");
        if (field.DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        var legend = new TagBuilder("legend");
        field.AppendLabel(legend.InnerHtml);
        var list = new TagBuilder("div");
        list.AddCssClass(Across ? "choices across" : "choices");
        var chosen = Chosen(field);
        foreach (var (choice, index) in Choices().Select((choice, index) => (choice, index)))
        {
            // The first choice carries the plain id, so that the error summary can lead to it.
            var id = index == 0 ? field.Id : $"{field.Id}-{index}";
            list.InnerHtml.AppendHtml(Choice(type, field, id, choice, chosen.Contains(choice.Value)));
        }
        output.Content.AppendHtml(legend).AppendHtml(field.HintAndError()).AppendHtml(list);
    }

    private static TagBuilder Choice(string type, FieldMarkup field, string id, SelectListItem choice, bool chosen)
    {
        var row = new TagBuilder("div");
        row.AddCssClass("ds-field");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("ds-input");
        input.MergeAttributes(new Dictionary<string, string?>
        {
            ["type"] = type,
            ["id"] = id,
            ["name"] = field.Name,
            ["value"] = choice.Value,
        });
        if (chosen) input.Attributes["checked"] = "checked";
        if (choice.Disabled) input.Attributes["disabled"] = "disabled";
        if (field.Error is not null) input.Attributes["aria-invalid"] = "true";
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(choice.Text);
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        return row;
    }
}
