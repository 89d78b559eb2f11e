using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// <c>&lt;error-summary/&gt;</c>: everything wrong with the form, in the order of the fields, each error a link to its field; nothing when
/// all is well.
/// </summary>
/// <remarks>Takes the focus when the page opens, with or without script; the layout prefixes the page title with "Error:".</remarks>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<Text> text) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Field: entry.Key, Message: text[error.ErrorMessage].Value)))
            .Distinct().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        var title = new TagBuilder("h2");
        title.Attributes["id"] = "error-summary-title";
        title.InnerHtml.Append(text["There is a problem"].Value);
        output.Content.AppendHtml(title).AppendHtml(new Entries(errors, FieldOrder.Of(View)));
    }

    // The fields stand below the summary: their order is known when the page is written out.
    private sealed class Entries(IEnumerable<(string Field, string Message)> errors, FieldOrder order) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var list = new TagBuilder("ul");
            foreach (var (field, message) in errors.OrderBy(e => order.PlaceOf(e.Field)))
                list.InnerHtml.AppendHtml(Entry(field, order.IdOf(field), message));
            list.WriteTo(writer, encoder);
        }
    }

    private static TagBuilder Entry(string field, string id, string message)
    {
        var entry = new TagBuilder("li");
        if (field.Length == 0)
        {
            entry.InnerHtml.Append(message);
            return entry;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + id;
        link.InnerHtml.Append(message);
        entry.InnerHtml.AppendHtml(link);
        return entry;
    }
}
