using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;local-text value="service.Name"/&gt;</c>: a text kept in several languages, in the reader's or the first one written.
/// </summary>
/// <remarks>A text in another language than the page says so with <c>lang</c>, so that it is pronounced right.</remarks>
[HtmlTargetElement("local-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LocalTextTagHelper : TagHelper
{
    public LocalText? Value { get; set; }

    /// <summary>A longer text: each of its lines is a paragraph.</summary>
    public bool Paragraphs { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wanted = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var (text, language) = (Value ?? LocalText.Empty).For(wanted);
        if (text.Length == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = Paragraphs ? "div" : language == wanted ? null : "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (language != wanted) output.Attributes.SetAttribute("lang", language);
        if (!Paragraphs) output.Content.SetContent(text);
        else foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            output.Content.AppendHtml("<p>").Append(line).AppendHtml("</p>");
    }
}
