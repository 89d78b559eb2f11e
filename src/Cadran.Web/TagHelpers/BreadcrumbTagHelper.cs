using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;breadcrumb&gt;</c>: where the page stands. A page says it once, anywhere; the layout shows it above the page.
/// </summary>
[HtmlTargetElement("breadcrumb")]
[RestrictChildren("crumb")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    private const string Key = "Breadcrumb";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>The entries of the page that is being shown; null when it has said nothing.</summary>
    public static IHtmlContent? Of(ViewDataDictionary view) => view[Key] as IHtmlContent;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var entries = new HtmlContentBuilder();
        context.Items[typeof(BreadcrumbTagHelper)] = entries;
        await output.GetChildContentAsync();
        View.ViewData[Key] = entries;
        output.SuppressOutput();
    }
}
