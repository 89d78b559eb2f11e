using System.Globalization;
using Cadran.Questionnaires;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.Respondent;

/// <summary>
/// <c>&lt;asked-text value="question.Text"/&gt;</c>: a text of the author's in the reader's language, with open places for the answers and
/// facts that it repeats.
/// </summary>
[HtmlTargetElement("asked-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AskedTextTagHelper : TagHelper
{
    public LocalText? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string wanted = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        (string text, string language) = (Value ?? LocalText.Empty).For(wanted);
        if (text.Length == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = language == wanted ? null : "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (language != wanted) output.Attributes.SetAttribute("lang", language);
        foreach (PipedPiece piece in Piping.Pieces(text))
        {
            if (piece.Place is { } place) output.Content.AppendHtml(AnswerTemplate.Text(AnswerTemplate.Piped, place));
            else output.Content.Append(piece.Words);
        }
    }
}
