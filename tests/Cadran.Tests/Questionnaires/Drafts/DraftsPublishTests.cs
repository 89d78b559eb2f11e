using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>A draft is published as it was seen, with what stands in its way.</summary>
public sealed class DraftsPublishTests(TestApp app)
{
    private static readonly string TooLong = new('x', 2001);

    [Fact]
    public async Task MoreThanAFifthOwn_AsksForTheReason()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync(core =>
            Enumerable.Range(1, 7).Aggregate(core, (content, n) => content.Add("time", Given.Own($"own_{n}"))));
        Browser analyst = await app.As(Role.Analyst);
        Page publish = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/publish");
        Assert.Contains("More than 20% are your own", publish.Text);
        Page refused = await publish.Submit();
        Assert.Equal(409, refused.Status);
        Assert.Contains("Remove some, or give the reason.", refused.Text);
        Page published = await refused.Submit(new() { ["OwnItemsReason"] = "A pilot of the new counter" });
        Assert.Equal(200, published.Status);
        Assert.Contains("A pilot of the new counter", published.Text);
    }

    [Fact]
    public async Task MissingFrench_BlocksPublicationUntilTheLanguageIsOff()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync(core => core.Add("time", Given.Own("parking", new("Parking?", ""))));
        Browser analyst = await app.As(Role.Analyst);
        Page refused = await (await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/publish")).Submit();
        Assert.Equal(409, refused.Status);
        // By its words, with its code; in the language of whoever reads the message.
        Assert.Contains("Texts not written in French: 1, among them “Parking?” (parking).", refused.Text);
        Page french = await (await (await app.As(Role.Analyst, "fr")).Get($"/questionnaires/drafts/{questionnaire.Id}/publish")).Submit();
        Assert.Contains("Textes qui ne sont pas écrits en français : 1, dont « Parking? » (parking).",
            french.One("[role=alert]").TextContent.Replace('\u00A0', ' '));
        Assert.Contains("Write them, or switch the language off.", refused.Text);
        Page texts = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/texts");
        Assert.Equal(200, (await texts.Submit(new() { ["Input.Languages"] = "en" })).Status);
        Page published = await (await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/publish")).Submit();
        Assert.Matches("/questionnaires/versions/[^/]+/1$", published.Url);
    }

    [Fact]
    public async Task FromAPageOpenedBeforeAnotherEdit_IsRefused()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page publish = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/publish");
        await (await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}")).Submit(form: "#q-region form", button: "act=remove");
        Page refused = await publish.Submit();
        Assert.Equal(409, refused.Status);
        Assert.Empty(await VersionsAsync(questionnaire.Id));
    }

    [Fact]
    public async Task EmptyOrWithoutLanguage_OrWithALongReason_IsRefused()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page form = await Get($"/questionnaires/drafts/{questionnaire.Id}/publish");
        await form.RefusesAsync(422, new() { ["OwnItemsReason"] = TooLong }, ["A reason may have at most 1,000 characters."]);
        Questionnaire silent = await app.QuestionnaireAsync(core => core with { Languages = [] });
        await (await Get($"/questionnaires/drafts/{silent.Id}/publish")).RefusesAsync(409, [], ["Switch on at least one language."]);
        Questionnaire empty = await app.QuestionnaireAsync(core => core with { Sections = [] });
        await (await Get($"/questionnaires/drafts/{empty.Id}/publish"))
            .RefusesAsync(409, [], ["A questionnaire needs at least one question before it can be published."]);
    }

    private Task<List<QuestionnaireVersion>> VersionsAsync(Guid id) =>
        app.Db(db => db.QuestionnaireVersions.AsNoTracking().Where(v => v.QuestionnaireId == id).ToListAsync());

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
