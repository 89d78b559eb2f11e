using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// A link in a view that may also become a file: a file has no server to follow it to. <c>&lt;a fact="true" href="…"&gt;</c> leads from something
/// the reader is told, which stays without the link; any other only leads elsewhere ("Set a target") and goes.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
public sealed class FileLinkTagHelper : TagHelper
{
    /// <summary>Set in the data of a view that is rendered as a file.</summary>
    public const string AsFile = "AsFile";

    public bool Fact { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ViewData[AsFile] is not true) return;
        if (!Fact)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "span";
        output.Attributes.Clear();
    }
}
