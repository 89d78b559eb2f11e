using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

public sealed class QuestionnairePagesTests(TestApp app)
{
    private static readonly string[] ReadPages = ["", "/preview", "/preview/fr"];
    private static readonly string[] EditPages = ["/add", "/own", "/texts", "/publish"];

    [Fact]
    public async Task Pages_ByRoleOrganisationAndId()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst), executive = await app.As(Role.Executive), clerk = await app.As(Role.Clerk),
            foreigner = await app.AsForeigner();
        foreach (string page in ReadPages.Concat(EditPages))
        {
            string path = $"/questionnaires/drafts/{questionnaire.Id}{page}";
            Assert.Equal(200, (await analyst.Get(path)).Status);
            Assert.Equal(ReadPages.Contains(page) ? 200 : 403, (await executive.Get(path)).Status);
            Assert.Equal(403, (await clerk.Get(path)).Status);
            Assert.Equal(404, (await foreigner.Get(path)).Status);
            Assert.Equal(404, (await analyst.Get($"/questionnaires/drafts/{Guid.NewGuid()}{page}")).Status);
            Assert.EndsWith("sign-in", (await app.Anonymous().Get(path)).Url.Split('?')[0]);
        }
        Assert.Equal(404, (await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/preview/xx")).Status);
        Assert.Equal(404, (await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own/overall")).Status);
        Assert.Equal(404, (await analyst.Get($"/questionnaires/versions/{questionnaire.Id}/1")).Status);
        Assert.Equal(200, (await executive.Get("/questionnaires")).Status);
        Assert.Equal(403, (await executive.Get("/questionnaires/new")).Status);
        Assert.DoesNotContain("Clients 2026", (await foreigner.Get("/questionnaires")).Text);
    }

    [Fact]
    public async Task New_StartsFromTheCoreInTheChannelsWords()
    {
        var service = await app.ServiceAsync("Licences");
        Browser analyst = await app.As(Role.Analyst);
        Page form = await analyst.Get($"/questionnaires/new?service={service.Id}");
        Page refused = await form.Submit(new() { ["Input.ServiceId"] = "", ["Input.Name"] = "" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Choose a service.", refused.Text);
        Assert.Contains("Give the questionnaire a name.", refused.Text);

        Page made = await form.Submit(new() { ["Input.Name"] = "Phone <b>2026</b>", ["Input.Channel"] = "phone" });
        Assert.Equal(200, made.Status);
        Assert.Equal("Phone <b>2026</b>", made.Title);
        Assert.Contains("the time you waited on the phone", made.Text);
        Assert.Equal(26, made.Document.QuerySelectorAll("ol.questions > li").Length);
        Guid id = Guid.Parse(made.Url.Split('/')[3]);
        Assert.True(await app.Db(db => db.AuditEvents.AnyAsync(e => e.Action == "questionnaire.create" && e.SubjectId == id.ToString())));
        Page french = await analyst.Copy("fr").Get(made.Url);
        Assert.Contains("temps d’attente au téléphone", french.Text);
    }

    [Fact]
    public async Task New_ForAServiceOfSomebodyElse_Is404()
    {
        await app.QuestionnaireAsync();
        Page form = await (await app.As(Role.Analyst)).Get("/questionnaires/new");
        Assert.Equal(404, (await form.Submit(new() { ["Input.ServiceId"] = Guid.NewGuid().ToString(), ["Input.Name"] = "x" })).Status);
    }

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
    public async Task Add_FromTheBank_PutsItInItsSection()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page bank = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/add");
        Page nothing = await bank.Submit();
        Assert.Equal(422, nothing.Status);
        Assert.Contains("Choose at least one measure.", nothing.Text);
        Page added = await bank.Submit(new() { ["codes"] = "time_kept" });
        Assert.Equal("s-time", added.Document.QuerySelector("#q-time_kept")!.Closest("section")!.GetAttribute("aria-labelledby"));
        Assert.Equal(404, (await bank.Submit(new() { ["codes"] = "no_such" })).Status);
    }
}
