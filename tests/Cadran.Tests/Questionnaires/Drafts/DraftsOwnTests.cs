using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>Questions of one's own: codes made from the words, options, and what is refused.</summary>
public sealed class DraftsOwnTests(TestApp app)
{
    private static readonly string TooLong = new('x', 2001);

    [Fact]
    public async Task Choice_IsSavedWithCodesMadeFromTheWords()
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
    public async Task OptionsOfOneLanguageMissing_IsSaidOnSaving()
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
    public async Task SeveralChoices_MayHaveAMaximum()
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
    public async Task BadForm_SaysWhat(string field, string value, string message)
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
    public async Task TakenCode_IsRefused(string code, string message)
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync(core => core.Add("time", Given.Own("parking")));
        Page form = await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        Page refused = await form.Submit(new() { ["Input.Text.En"] = "Parking?", ["Input.Code"] = code });
        Assert.Equal(409, refused.Status);
        Assert.Contains(message, refused.Text);
    }

    [Fact]
    public async Task TooManyOptions_OrACommentAsDriver_IsRefused()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page form = await Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        Dictionary<string, string> fine =
            new() { ["Input.Text.En"] = "Which office?", ["Input.Kind"] = "Choice", ["Input.Options.En"] = "North\nSouth" };
        await form.RefusesAsync(422, new(fine) { ["Input.Options.En"] = string.Join('\n', Enumerable.Range(1, 61)) },
            ["A question has at most 60 options."]);
        await form.RefusesAsync(422, new(fine) { ["Input.Kind"] = "Comment", ["Input.Role"] = "Overall" },
            ["Overall satisfaction and drivers are ratings."]);
        await form.RefusesAsync(422, new(fine) { ["Input.Text.En"] = TooLong }, ["A text may have at most 2,000 characters."]);
        await form.RefusesAsync(422, new(fine) { ["Input.Kind"] = "Novel" }, ["“Novel” could not be read."]);
    }

    private async Task<QuestionnaireContent> DraftAsync(Questionnaire questionnaire) =>
        (await app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.Id == questionnaire.Id))).Draft;

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
