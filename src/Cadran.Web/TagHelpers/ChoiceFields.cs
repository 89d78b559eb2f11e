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
