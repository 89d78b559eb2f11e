using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>The editor of a draft: questions move and go, and nobody overwrites another's change.</summary>
public sealed class DraftsEditTests(TestApp app)
{
    [Fact]
    public async Task Remove_ThenUndo_BringsItBack()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page editor = await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}");
        Page removed = await editor.Submit(form: "#q-court_respect form", button: "act=remove");
        Assert.Empty(removed.Document.QuerySelectorAll("#q-court_respect"));
        Assert.Contains("was removed", removed.Text);
        Page undone = await removed.Submit(form: "form[action*=Undo]");
        Assert.Single(undone.Document.QuerySelectorAll("#q-court_respect"));
        Assert.Contains("The last change was undone.", undone.Text);
    }

    [Fact]
    public async Task Move_ChangesTheOrder_AndCrossesSections()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page editor = await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}");
        string[] Order(Page page) => [.. page.Document.QuerySelectorAll("ol.questions > li").Select(li => li.Id![2..])];
        string[] before = Order(editor);
        Page moved = await editor.Submit(form: "#q-outcome form", button: "act=up");
        Assert.Equal(["outcome", "overall"], Order(moved)[..2]);
        // The first question of the second section enters the first section: the order stays, the section changes.
        moved = await moved.Submit(form: "#q-access_find form", button: "act=up");
        Assert.Equal(before.Length, Order(moved).Length);
        Assert.Equal("s-overall", moved.Document.QuerySelector("#q-access_find")!.Closest("section")!.GetAttribute("aria-labelledby"));
    }

    [Fact]
    public async Task StaleEdit_IsRefusedAndChangesNothing()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page first = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}"),
            second = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}");
        Assert.Equal(200, (await first.Submit(form: "#q-outcome form", button: "act=require")).Status);
        Page refused = await second.Submit(form: "#q-overall form", button: "act=remove");
        Assert.Equal(409, refused.Status);
        Assert.Contains("Somebody changed this questionnaire after you opened this page", refused.Text);
        Assert.Single(refused.Document.QuerySelectorAll("#q-overall"));
        // The page shown after the refusal is current: the same act goes through from there.
        Assert.Equal(200, (await refused.Submit(form: "#q-overall form", button: "act=remove")).Status);
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

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
