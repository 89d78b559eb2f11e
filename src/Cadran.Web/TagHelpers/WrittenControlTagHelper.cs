using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>Notes the place of controls a page writes itself, such as the cells of a table.</summary>
[HtmlTargetElement("input", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "name"), HtmlTargetElement("textarea", Attributes = "name")]
public sealed class WrittenControlTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Nobody can be led to what cannot take the focus.
        if (output.Attributes.ContainsName("disabled") || Said(output, "type") == "hidden"
            || Said(output, "name") is not { Length: > 0 } name)
            return;
        FieldOrder.Of(View).Add(name, Said(output, "id") ?? TagBuilder.CreateSanitizedId(name, "_"));
    }

    private static string? Said(TagHelperOutput output, string attribute) => output.Attributes[attribute]?.Value?.ToString();
}
