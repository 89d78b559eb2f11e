using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary><c>&lt;pager number="2" size="50" total="1234"/&gt;</c>: links that keep the filters of the address.</summary>
/// <remarks>
/// The page number travels as <c>p</c>, or under a name of its own where a page has several lists: Razor Pages keeps <c>page</c> for
/// itself.
/// </remarks>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<Text> text) : TagHelper
{
    private const int Neighbours = 2;

    /// <summary>From 1.</summary>
    public int Number { get; set; } = 1;
    public int Size { get; set; } = 50;
    public long Total { get; set; }
    public string Parameter { get; set; } = "p";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = (int)Math.Max(1, (Total + Size - 1) / Size);
        if (last == 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", text["Pages"].Value);
        var list = new TagBuilder("ul");
        if (Number > 1) list.InnerHtml.AppendHtml(Link(Number - 1, text["Previous"], "prev"));
        var shown = Enumerable.Range(1, last).Where(n => n == 1 || n == last || Math.Abs(n - Number) <= Neighbours);
        foreach (var n in shown) list.InnerHtml.AppendHtml(Link(n, n.ToString("N0", CultureInfo.CurrentCulture), null));
        if (Number < last) list.InnerHtml.AppendHtml(Link(Number + 1, text["Next"], "next"));
        var range = new TagBuilder("p");
        var (from, to) = ((Number - 1L) * Size + 1, Math.Min((long)Number * Size, Total));
        range.InnerHtml.Append(text["{0:N0} to {1:N0} of {2:N0}", from, to, Total].Value);
        output.Content.AppendHtml(list).AppendHtml(range);
    }

    private TagBuilder Link(int number, string label, string? rel)
    {
        var query = View.HttpContext.Request.Query.Where(pair => pair.Key != Parameter)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        var address = QueryHelpers.AddQueryString(View.HttpContext.Request.PathBase + View.HttpContext.Request.Path,
            query.Append(KeyValuePair.Create(Parameter, (string?)number.ToString(CultureInfo.InvariantCulture))));
        var link = new TagBuilder("a");
        link.Attributes["href"] = address;
        if (rel is not null) link.Attributes["rel"] = rel;
        else if (number == Number) link.Attributes["aria-current"] = "page";
        if (rel is null) link.Attributes["aria-label"] = text["Page {0:N0}", number].Value;
        link.InnerHtml.Append(label);
        var entry = new TagBuilder("li");
        entry.InnerHtml.AppendHtml(link);
        return entry;
    }
}
