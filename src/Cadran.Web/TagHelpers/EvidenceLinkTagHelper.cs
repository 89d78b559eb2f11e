using System.Text.Encodings.Web;
using Cadran.People;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// Links of what is shown on a page and kept as a file: <c>&lt;evidence-link href="…"&gt;</c> around a fact, to where it comes from, and
/// <c>&lt;next-link href="…"&gt;</c>, which only leads elsewhere ("Set a target"). A file has no server to follow a link to: there the fact
/// stays without its link, and the other goes, as it does for a reader who may not follow it.
/// </summary>
[HtmlTargetElement("evidence-link", Attributes = "href")]
[HtmlTargetElement("next-link", Attributes = "href")]
public sealed class EvidenceLinkTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    /// <summary>What it takes to follow the link, where not everybody may who sees the page; without it, nothing.</summary>
    public Right? Right { get; set; }

    /// <summary>The organisation on which the right is needed; null where it is enough to have it somewhere.</summary>
    public Guid? Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Right is { } needed && !ReaderRights.May(View.HttpContext, needed, Of))
        {
            output.SuppressOutput();
            return;
        }
        // What is rendered outside a request knows no host.
        if (View.HttpContext.Request.Host.HasValue)
        {
            // On paper nothing can be followed: what only leads elsewhere is left out there.
            if (output.TagName == "next-link") output.AddClass("next", HtmlEncoder.Default);
            output.TagName = "a";
            output.Attributes.SetAttribute("href", Href);
        }
        else if (output.TagName == "evidence-link") output.TagName = "span";
        else output.SuppressOutput();
    }
}
