using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Tests.Questionnaires;

/// <summary>The texts of a draft in its languages.</summary>
public sealed class DraftsTextsTests(TestApp app)
{
    private static readonly string TooLong = new('x', 2001);

    [Fact]
    public async Task WithoutNameOrLanguage_OrTooLong_IsRefused()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page form = await Get($"/questionnaires/drafts/{questionnaire.Id}/texts");
        await form.RefusesAsync(422, new() { ["Input.Name"] = "" }, ["Give the questionnaire a name."]);
        var none = Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)form.Document.QuerySelector("main form")!)
            .Where(f => f.Key != "Input.Languages");
        Assert.Contains("Switch on at least one language.", (await form.Browser.Post(form.Url, none)).Text);
        await form.RefusesAsync(422, new()
        {
            ["Input.Name"] = TooLong,
            ["Input.Welcome.Fr"] = TooLong,
            ["Input.Sections[0].Title.En"] = TooLong,
        }, ["A name may have at most 200 characters.", "A text may have at most 2,000 characters."]);
        await form.RefusesAsync(422, new() { ["revision"] = "the last" }, ["“the last” could not be read."]);
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
