using Cadran.People;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;crumb href="@Routes.Catalogue.Index"&gt;@T["Catalogue"]&lt;/crumb&gt;</c>: one place above the page; the last one has no address.
/// </summary>
[HtmlTargetElement("crumb", ParentTag = "breadcrumb")]
public sealed class CrumbTagHelper : TagHelper
{
    public string? Href { get; set; }

    /// <summary>What it takes to go there, where not everybody may who sees the page: the others read the word alone.</summary>
    public Right? Right { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        TagHelperContent words = await output.GetChildContentAsync();
        var entry = new TagBuilder("li");
        if (Href is null || (Right is { } needed && !ReaderRights.May(View.HttpContext, needed, null))) entry.InnerHtml.AppendHtml(words);
        else
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = Href;
            link.InnerHtml.AppendHtml(words);
            entry.InnerHtml.AppendHtml(link);
        }
        ((HtmlContentBuilder)context.Items[typeof(BreadcrumbTagHelper)]).AppendHtml(entry);
        output.SuppressOutput();
    }
}
