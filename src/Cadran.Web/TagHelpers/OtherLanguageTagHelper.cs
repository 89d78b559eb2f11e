using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;other-language open="Model.Input.Also.IsWritten"&gt;</c>: the fields of a form once more, in the language the page is not in.
/// </summary>
[HtmlTargetElement("other-language")]
public sealed class OtherLanguageTagHelper(IStringLocalizer<Text> text) : TagHelper
{
    /// <summary>Something is written there already.</summary>
    public bool Open { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        if (Open) output.Attributes.SetAttribute("open", "open");
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(text[Localization.Language == "fr" ? "Also in English" : "Also in French"].Value);
        output.PreContent.AppendHtml(summary);
    }
}
