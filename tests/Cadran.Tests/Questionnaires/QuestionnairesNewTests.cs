using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>A questionnaire starts from the core set, for a service of one's own.</summary>
// In a database of its own: of many services one is written and not chosen from a list.
public sealed class QuestionnairesNewTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string TooLong = new('x', 2001);

    [Fact]
    public async Task StartsFromTheCoreInTheChannelsWords()
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
    public async Task ForAServiceOfSomebodyElse_Is404()
    {
        await app.QuestionnaireAsync();
        Page form = await (await app.As(Role.Analyst)).Get("/questionnaires/new");
        Assert.Equal(404, (await form.Submit(new() { ["Input.ServiceId"] = Guid.NewGuid().ToString(), ["Input.Name"] = "x" })).Status);
    }

    [Fact]
    public async Task WithoutServiceOrName_IsRefused()
    {
        await app.QuestionnaireAsync();
        Page form = await Get("/questionnaires/new");
        await form.RefusesAsync(422, new() { ["Input.ServiceId"] = "", ["Input.Name"] = " " },
            ["Choose a service.", "Give the questionnaire a name."]);
        await form.RefusesAsync(422, new() { ["Input.Name"] = TooLong }, ["A name may have at most 200 characters."]);
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
