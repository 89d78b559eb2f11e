using Cadran.Web.Tables;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;keyset-pager previous="Model.Previous" next="Model.Next"/&gt;</c>: to the rows before and after these, keeping the filters.
/// </summary>
[HtmlTargetElement("keyset-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeysetPagerTagHelper(IStringLocalizer<Text> text) : TagHelper
{
    /// <summary>Key of the first row shown, when there are others before it.</summary>
    public string? Previous { get; set; }

    /// <summary>Key of the last row shown, when there are others after it.</summary>
    public string? Next { get; set; }

    /// <summary>Where on the page the list is.</summary>
    public string? Fragment { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", text["Pages"].Value);
        var list = new TagBuilder("ul");
        if (!string.IsNullOrEmpty(Previous)) list.InnerHtml.AppendHtml(Entry("prev", "before", Previous, text["Previous"]));
        if (!string.IsNullOrEmpty(Next)) list.InnerHtml.AppendHtml(Entry("next", "after", Next, text["Next"]));
        output.Content.AppendHtml(list);
    }

    private TagBuilder Entry(string rel, string direction, string key, string word)
    {
        var link = new TagBuilder("a");
        link.Attributes["rel"] = rel;
        string anchor = string.IsNullOrEmpty(Fragment) ? "" : "#" + Fragment;
        link.Attributes["href"] = View.HttpContext.Request.KeysetLink(direction, key) + anchor;
        link.InnerHtml.Append(word);
        var entry = new TagBuilder("li");
        entry.InnerHtml.AppendHtml(link);
        return entry;
    }
}
