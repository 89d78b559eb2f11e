using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

public sealed class OwnQuestionTests(TestApp app)
{
    [Fact]
    public async Task Own_Choice_IsSavedWithCodesMadeFromTheWords()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page form = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        Page saved = await form.Submit(new()
        {
            ["Input.Text.En"] = "Which office <script>alert(1)</script>?",
            ["Input.Text.Fr"] = "Quel bureau\u202F?",
            ["Input.Kind"] = "Choice",
            ["Input.Options.En"] = "North\nSouth\nNA",
            ["Input.Options.Fr"] = "Nord\nSud\nS. O.",
        });
        Assert.Equal(200, saved.Status);
        Assert.DoesNotContain("<script>alert", saved.Html);
        Question own = (await DraftAsync(questionnaire)).Questions.Single(q => !q.Core);
        Assert.StartsWith("which_office", own.Code);
        // "na" stands for "not applicable" in stored answers, so no option may have that code.
        Assert.Equal(["north", "south", "na_2"], own.Options.Select(o => o.Code));
        Assert.Equal("Sud", own.Options[1].Label.Fr);

        Page edit = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own/{own.Code}");
        Assert.Equal(200,
            (await edit.Submit(new() { ["Input.Options.En"] = "South\nNorth\nWest", ["Input.Options.Fr"] = "Sud\nNord\nOuest" })).Status);
        Question changed = (await DraftAsync(questionnaire)).Find(own.Code)!;
        Assert.Equal(["south", "north", "west"], changed.Options.Select(o => o.Code));
    }

    [Fact]
    public async Task Own_OptionsOfOneLanguageMissing_IsSaidOnSaving()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page form = await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        var fields = new Dictionary<string, string>
        {
            ["Input.Text.En"] = "Which office?",
            ["Input.Code"] = "office",
            ["Input.Kind"] = "Choice",
            ["Input.Options.En"] = "North\nSouth",
            ["Input.Options.Fr"] = "Nord",
        };
        Page refused = await form.Submit(fields);
        Assert.Equal(422, refused.Status);
        var fault = refused.Document.QuerySelectorAll(".ds-error-summary a")
            .Single(a => a.TextContent.Contains("Write the same number of options in each language", StringComparison.Ordinal));
        Assert.Equal("#Input_Options_Fr", fault.GetAttribute("href"));
        Assert.Equal(200, (await form.Submit(new(fields) { ["Input.Options.Fr"] = "" })).Status);
    }

    [Fact]
    public async Task Own_SeveralChoices_MayHaveAMaximum()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page form = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        Page saved = await form.Submit(new()
        {
            ["Input.Text.En"] = "Which offices?",
            ["Input.Code"] = "offices",
            ["Input.Kind"] = "Choices",
            ["Input.Options.En"] = "North\nSouth\nWest",
            ["Input.Most"] = "2",
        });
        Assert.Equal(200, saved.Status);
        Assert.Equal(2, (await DraftAsync(questionnaire)).Find("offices")!.Most);
        Page edit = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own/offices");
        Assert.Equal("2", edit.One("#Input_Most").GetAttribute("value"));
        await edit.Submit(new() { ["Input.Most"] = "" });
        Assert.Null((await DraftAsync(questionnaire)).Find("offices")!.Most);
    }

    [Theory]
    [InlineData("Input.Most", "0", "Most options one person may choose: from 1 to 60.")]
    [InlineData("Input.Most", "two", "“two” could not be read.")]
    [InlineData("Input.Text.En", "", "Write the question in at least one language.")]
    [InlineData("Input.Kind", "Choice", "Write at least two options, one on each line.")]
    [InlineData("Input.Code", "1 bad", "A code has at most 40 characters")]
    [InlineData("Input.Code", "na", "A code has at most 40 characters")]
    public async Task Own_BadForm_SaysWhat(string field, string value, string message)
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page form = await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        Page refused = await form.Submit(new() { ["Input.Text.En"] = "Parking?", [field] = value });
        Assert.Equal(422, refused.Status);
        Assert.Contains(message, refused.Text);
    }

    [Theory]
    [InlineData("overall", "belongs to a common measure")]
    [InlineData("parking", "The questionnaire already has a question with the code parking.")]
    public async Task Own_TakenCode_IsRefused(string code, string message)
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync(core => core.Add("time", Given.Own("parking")));
        Page form = await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        Page refused = await form.Submit(new() { ["Input.Text.En"] = "Parking?", ["Input.Code"] = code });
        Assert.Equal(409, refused.Status);
        Assert.Contains(message, refused.Text);
    }

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

    private async Task<QuestionnaireContent> DraftAsync(Questionnaire questionnaire) =>
        (await app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.Id == questionnaire.Id))).Draft;
}
