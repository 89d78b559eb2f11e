using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary>A labelled field bound to one property of the page's form.</summary>
public abstract class FormField(IStringLocalizer<Text> text) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>English source text; default is the property's display name, then its name in words.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Overrides what the property says. Optional fields are marked; required ones are the rule.</summary>
    public bool? Optional { get; set; }

    /// <summary>"short" or "wide".</summary>
    public string? Size { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    protected IStringLocalizer<Text> T => text;

    protected virtual string? UsualSize => null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldMarkup(For, View, text, Label, Hint, Optional);
        FieldOrder.Of(View).Add(field.Name, field.Id);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var onControl = output.Attributes.Where(a => a.Name is not ("class" or "id")).ToList();
        foreach (var attribute in onControl) output.Attributes.Remove(attribute);
        output.Attributes.SetAttribute("class",
            string
                .Join(' ', new[] { "ds-field field", Size ?? UsualSize, output.Attributes["class"]?.Value?.ToString() }.OfType<string>()));
        Fill(output, field, onControl);
    }

    protected abstract void Fill(TagHelperOutput output, FieldMarkup field, IReadOnlyList<TagHelperAttribute> onControl);

    /// <summary>Label, hint, error, then the control: the order in which they are read aloud and seen.</summary>
    protected static void Stack(TagHelperOutput output, FieldMarkup field, TagBuilder control, IReadOnlyList<TagHelperAttribute> onControl)
    {
        foreach (var attribute in onControl) control.Attributes[attribute.Name] = attribute.Value?.ToString();
        if (field.Required) control.Attributes.TryAdd("aria-required", "true");
        output.Content.AppendHtml(field.LabelFor()).AppendHtml(field.HintAndError()).AppendHtml(control);
    }

    /// <summary>The value as the page's culture writes it; model binding reads forms in the same culture.</summary>
    protected string? Value(FieldMarkup field) =>
        field.Attempted ?? Convert.ToString(For.Model, CultureInfo.CurrentCulture);

    protected int? MaxLength() => For.Metadata.ValidatorMetadata
        .Select(rule => rule switch
        {
            System.ComponentModel.DataAnnotations.StringLengthAttribute length => length.MaximumLength,
            System.ComponentModel.DataAnnotations.MaxLengthAttribute length => length.Length,
            _ => (int?)null,
        })
        .FirstOrDefault(length => length > 0);
}
