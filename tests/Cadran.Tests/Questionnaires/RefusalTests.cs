using System.Text;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;

namespace Cadran.Tests.Questionnaires;

/// <summary>What the questionnaire pages refuse or warn of, and in which words.</summary>
public sealed class RefusalTests(TestApp app)
{
    private static readonly string TooLong = new('x', 2001);

    [Fact]
    public async Task New_WithoutServiceOrName()
    {
        await app.QuestionnaireAsync();
        Page form = await Get("/questionnaires/new");
        await form.RefusesAsync(422, new() { ["Input.ServiceId"] = "", ["Input.Name"] = " " },
            ["Choose a service.", "Give the questionnaire a name."]);
        await form.RefusesAsync(422, new() { ["Input.Name"] = TooLong }, ["A name may have at most 200 characters."]);
    }

    [Fact]
    public async Task Texts_WithoutNameOrLanguage_OrTooLong()
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

    [Fact]
    public async Task Own_TooManyOptions_OrACommentAsDriver()
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

    [Fact]
    public async Task Measures_NoneChosen_OrTheQuestionnaireIsFull()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        await (await Get($"/questionnaires/drafts/{questionnaire.Id}/add")).RefusesAsync(422, [], ["Choose at least one measure."]);
        Questionnaire full = await app.QuestionnaireAsync(core => Enumerable.Range(0, DraftChanges.MaxQuestions - core.Questions.Count())
            .Aggregate(core, (content, n) => content.Add("time", Given.Own($"own_{n}"))));
        await (await Get($"/questionnaires/drafts/{full.Id}/own"))
            .RefusesAsync(409, new() { ["Input.Text.En"] = "One more?" }, ["A questionnaire holds at most 300 questions."]);
        await (await Get($"/questionnaires/drafts/{full.Id}/add"))
            .RefusesAsync(409, new() { ["codes"] = "trust" }, ["A questionnaire holds at most 300 questions."]);
    }

    [Fact]
    public async Task Undo_Twice()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page removed = await (await Get($"/questionnaires/drafts/{questionnaire.Id}")).Submit(form: "#q-region form", button: "act=remove");
        Page undone = await removed.Submit(form: "form[action$='handler=Undo']");
        Assert.Contains("The last change was undone.", undone.Text);
        await removed.RefusesAsync(409,
            new() { ["revision"] = undone.Document.QuerySelector("input[name=revision]")!.GetAttribute("value")! },
            ["There is nothing to undo."], "form[action$='handler=Undo']");
    }

    [Fact]
    public async Task Publish_EmptyOrWithoutLanguage_OrWithALongReason()
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

    [Fact]
    public async Task Advice_IsGivenOnTheDraft()
    {
        Questionnaire comments = await app.QuestionnaireAsync(core => core.Remove("overall").Remove("out_needed").Remove("out_correct") with
        {
            Welcome = LocalText.Empty,
        });
        Page page = await Get($"/questionnaires/drafts/{comments.Id}");
        Assert.Contains("No question asks for overall satisfaction: drivers and trend cannot be computed.", page.Text);
        Assert.Contains("No question measures the driver “", page.Text);
        Questionnaire lengthy = await app.QuestionnaireAsync(core => Enumerable.Range(0, 60).Aggregate(core, (content, n) =>
            content.Add("time", Given.Own($"own_{n}", new(string.Join(' ', Enumerable.Repeat("word", 30)), "Mots\u202F?")) with
            {
                Kind = QuestionKind.Comment,
            })));
        Page warned = await Get($"/questionnaires/drafts/{lengthy.Id}");
        Assert.Contains("Beyond 20 minutes many people stop before the end.", warned.Text);
        Assert.Contains("word…” (own_0) has 30 words in English. Aim for 25 or fewer.", warned.Text);
    }

    [Fact]
    public async Task FromFile_NothingChosen_TwoOveralls_OrTooLong()
    {
        var service = await app.ServiceAsync();
        Browser analyst = await app.As(Role.Analyst);
        const string Path = "/questionnaires/from-file";
        Page proposal =
            await ImportPagesTests.Send(analyst, await analyst.Get(Path), Path + "?handler=Look",
                Encoding.UTF8.GetBytes("overall,care\n5,1\n4,2\n3,3\n"), "old.csv", "upload");
        Dictionary<string, string> fine = new() { ["Input.ServiceId"] = service.Id.ToString(), ["Input.Name"] = "Old" };
        await proposal.RefusesAsync(422, new(fine) { ["Input.Columns[0].Include"] = "false", ["Input.Columns[1].Include"] = "false" },
            ["Choose at least one column."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Columns[0].Use"] = "overall", ["Input.Columns[1].Use"] = "overall" },
            ["Only one column can be overall satisfaction."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Name"] = TooLong, ["Input.Reason"] = TooLong },
            ["A name may have at most 200 characters.", "A reason may have at most 1,000 characters."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Name"] = "", ["Input.ServiceId"] = "" },
            ["Give the questionnaire a name.", "Choose a service."]);
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
