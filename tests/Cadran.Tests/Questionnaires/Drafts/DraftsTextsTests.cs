using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task LanguageThatIsSwitchedOn_HasTheWordsOfTheBank_AndLosesNoneWhileItIsOff()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync(core =>
            core with { Title = new("Your experience", "Votre expérience", "Uw ervaring", "Ihre Erfahrung") });
        Browser analyst = await app.As(Role.Analyst);
        string path = $"/questionnaires/drafts/{questionnaire.Id}/texts";
        // Saved in English and French, as before: Dutch and German stay what they were.
        await (await analyst.Get(path)).Submit(new() { ["Input.Title.En"] = "Your visit" });
        Questionnaire saved = await ReadAsync(questionnaire.Id);
        Assert.Equal(new LocalText("Your visit", "Votre expérience", "Uw ervaring", "Ihre Erfahrung"), saved.Draft.Title);
        Assert.Equal(MeasureBank.Current.Welcome, saved.Draft.Welcome);
        Page form = await analyst.Get(path);
        await form.Browser.Post(path, [.. Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)form.One("main form[method=post]")),
            new("Input.Languages", "nl")]);
        QuestionnaireContent dutch = (await ReadAsync(questionnaire.Id)).Draft;
        Assert.Equal(["en", "fr", "nl"], dutch.Languages);
        Assert.DoesNotContain(QualityControl.Of(dutch).Findings, f => f.Blocks);
    }

    private Task<Questionnaire> ReadAsync(Guid id) => app.Db(db => db.Questionnaires.AsNoTracking().SingleAsync(q => q.Id == id));
}
