using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;scrolling-table label="@T["Services"]"&gt;</c>: a table in a frame that scrolls where the table is wider than the screen. The
/// frame has a name, already in the reader's language, and takes the keyboard. Other attributes go to the table.
/// </summary>
[HtmlTargetElement("scrolling-table", Attributes = "label")]
public sealed class ScrollingTableTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>Id of the frame: where a link to the table leads.</summary>
    public string? FrameId { get; set; }

    /// <summary>A long list that scrolls down in its frame too.</summary>
    public bool Tall { get; set; }

    /// <summary>Attributes of the table that are known only when it is shown, such as those a chart is drawn from.</summary>
    public IReadOnlyDictionary<string, string?> Attributes { get; set; } = new Dictionary<string, string?>();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "table";
        foreach ((string name, string? value) in Attributes) output.Attributes.SetAttribute(name, value);
        var frame = new TagBuilder("div") { TagRenderMode = TagRenderMode.StartTag };
        frame.AddCssClass(Tall ? "scroll tall" : "scroll");
        if (FrameId is not null) frame.Attributes["id"] = FrameId;
        frame.Attributes["role"] = "region";
        frame.Attributes["aria-label"] = Label;
        frame.Attributes["tabindex"] = "0";
        output.PreElement.AppendHtml(frame);
        output.PostElement.AppendHtml("</div>");
    }
}
