using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;empty-state heading="@T["No wave yet"]"&gt;</c>: where nothing is to be shown yet. Its content says why, and what to do next.
/// </summary>
[HtmlTargetElement("empty-state", Attributes = "heading")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>Already in the reader's language.</summary>
    public string Heading { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "empty");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(Heading);
        output.PreContent.AppendHtml(heading);
    }
}
