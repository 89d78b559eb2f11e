using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary><c>&lt;steps names="[…]" at="2"/&gt;</c>: how far somebody is in a task of several pages.</summary>
[HtmlTargetElement("steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper : TagHelper
{
    /// <summary>Already in the reader's language.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>The present step, from 1; beyond the last one when all is done.</summary>
    public int At { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps");
        foreach ((int before, string name) in Names.Index())
        {
            var step = new TagBuilder("li");
            if (before + 1 < At) step.AddCssClass("done");
            if (before + 1 == At) step.Attributes["aria-current"] = "step";
            step.InnerHtml.Append(name);
            output.Content.AppendHtml(step);
        }
    }
}
