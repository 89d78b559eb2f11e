using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary><c>&lt;chart-table attributes="…"&gt;</c>: a table whose <c>data-</c> attributes are known only when it is shown.</summary>
[HtmlTargetElement("chart-table")]
public sealed class ChartTableTagHelper : TagHelper
{
    public IReadOnlyDictionary<string, string?> Attributes { get; set; } = new Dictionary<string, string?>();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "table";
        foreach (var (name, value) in Attributes) output.Attributes.SetAttribute(name, value);
    }
}
