using System.Globalization;
using System.Text.Encodings.Web;
using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.Respondent;

/// <summary>
/// <c>&lt;asked-question value="question" language="fr"/&gt;</c>: on pages of the staff, the question in the markup and the language in
/// which respondents are asked it, before anybody has answered.
/// </summary>
[HtmlTargetElement("asked-question", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AskedQuestionTagHelper(IHtmlHelper html, HtmlEncoder encoder) : TagHelper
{
    public Question Value { get; set; } = null!;
    public string Language { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // Ends with this method: the page around goes on in the reader's language.
        CultureInfo culture = Localization.Respondents.GetValueOrDefault(Language) ?? CultureInfo.GetCultureInfo(Language);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        ((IViewContextAware)html).Contextualize(View);
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        // Fields of the page around may bear the names that respondents' have.
        var asked = new AskedQuestion(Value, Language, $"asked-{Value.Code}");
        (await html.PartialAsync("/Respondent/_Question.cshtml", asked, null)).WriteTo(writer, encoder);
        output.TagName = null;
        output.Content.SetHtmlContent(AnswerTemplate.Unanswered(writer.ToString()));
    }
}
