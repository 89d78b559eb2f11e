using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary>What every field of a form shares: name, id, label, hint, error and the attributes that tie them together.</summary>
public sealed partial class FieldMarkup
{
    private readonly IStringLocalizer text;

    public FieldMarkup(ModelExpression @for, ViewContext view, IStringLocalizer text, string? label, string? hint, bool? optional)
    {
        this.text = text;
        var entry = view.ViewData.ModelState.TryGetValue(view.ViewData.TemplateInfo.GetFullHtmlFieldName(@for.Name), out var found)
            ? found
            : null;
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(@for.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        Label = text[label ?? @for.Metadata.DisplayName ?? Words(@for.Metadata.PropertyName ?? @for.Name)];
        Hint = hint is null ? null : text[hint].Value;
        Required = !(optional ?? !@for.Metadata.IsRequired);
        Error = entry?.Errors.Count > 0 ? text[entry.Errors[0].ErrorMessage].Value : null;
        // What was typed comes back as it was typed, even when it could not be read.
        Attempted = entry?.AttemptedValue;
    }

    public string Name { get; }
    public string Id { get; }
    public string Label { get; }
    public string? Hint { get; }
    public string? Error { get; }
    public string? Attempted { get; }
    public bool Required { get; }

    /// <summary>Ids of the hint and the error, for aria-describedby; null when there is neither.</summary>
    public string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (null, _) => $"{Id}-error",
        (_, null) => $"{Id}-hint",
        _ => $"{Id}-hint {Id}-error",
    };

    public TagBuilder Control(string tag)
    {
        var control = new TagBuilder(tag);
        control.AddCssClass("ds-input");
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        Describe(control);
        return control;
    }

    public void Describe(TagBuilder control)
    {
        if (DescribedBy is { } ids) control.Attributes["aria-describedby"] = ids;
        if (Error is not null) control.Attributes["aria-invalid"] = "true";
    }

    public IHtmlContent LabelFor(string css = "ds-label")
    {
        var label = new TagBuilder("label");
        label.AddCssClass(css);
        label.Attributes["for"] = Id;
        AppendLabel(label.InnerHtml);
        return label;
    }

    public void AppendLabel(IHtmlContentBuilder into)
    {
        into.Append(Label);
        if (Required) return;
        var optional = new TagBuilder("span");
        optional.AddCssClass("optional");
        optional.InnerHtml.Append(text["(optional)"].Value);
        into.AppendHtml(" ").AppendHtml(optional);
    }

    public IHtmlContent HintAndError()
    {
        var content = new HtmlContentBuilder();
        if (Hint is not null) content.AppendHtml(Paragraph("hint", Hint, "description", null));
        if (Error is not null) content.AppendHtml(Paragraph("error", Error, "validation", "ds-validation-message"));
        return content;
    }

    /// <summary>"StartsOn" becomes "Starts on": the key under which translators find the label.</summary>
    public static string Words(string name)
    {
        var words = CapitalInside()
            .Replace(name[(name.LastIndexOf('.') + 1)..], match => " " + match.Value.ToLower(CultureInfo.InvariantCulture));
        return words;
    }

    private TagBuilder Paragraph(string part, string content, string field, string? css)
    {
        var paragraph = new TagBuilder("p");
        paragraph.Attributes["id"] = $"{Id}-{part}";
        paragraph.Attributes["data-field"] = field;
        if (css is not null) paragraph.AddCssClass(css);
        paragraph.InnerHtml.Append(content);
        return paragraph;
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex CapitalInside();
}
