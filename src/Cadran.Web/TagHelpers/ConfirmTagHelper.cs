using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;confirm ask="@T["Withdraw this target"]" consequence="@T["It stays in the register."]"&gt;</c>: what is not to happen by one
/// press of a button. Folded until it is asked for; then it says what will happen, and its content is the form that does it.
/// </summary>
[HtmlTargetElement("confirm", Attributes = "ask,consequence")]
public sealed class ConfirmTagHelper : TagHelper
{
    /// <summary>Already in the reader's language, as is the consequence.</summary>
    public string Ask { get; set; } = "";
    public string Consequence { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.AddClass("confirm", HtmlEncoder.Default);
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(Ask);
        var paragraph = new TagBuilder("p");
        paragraph.InnerHtml.Append(Consequence);
        output.PreContent.AppendHtml(summary).AppendHtml(paragraph);
    }
}
