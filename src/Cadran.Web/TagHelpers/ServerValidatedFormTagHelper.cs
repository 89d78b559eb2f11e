using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// Every form is judged by the server, in the page's language: the browser's own bubbles speak its language and stop at the first problem.
/// </summary>
[HtmlTargetElement("form")]
public sealed class ServerValidatedFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Attributes.SetAttribute(new("novalidate"));
}
