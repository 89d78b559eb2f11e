using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Catalogue;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Trails;

/// <summary>Every change of state that people bring about leaves its event: who, when, on what, from what to what.</summary>
public sealed class TrailTests(TestApp app)
{
    private const string Analyst = "Analyst tester", Administrator = "Administrator tester";

    [Fact]
    public async Task Accounts_AndRoles()
    {
        string email = $"{Guid.NewGuid():N}@a.example";
        Browser administrator = await app.As(Role.Administrator);
        Page ready = await (await administrator.Get("/people/new")).Submit(new()
        {
            ["Input.DisplayName"] = "T. Trail",
            ["Input.Email"] = email,
            ["Input.Role"] = "Executive",
            ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        });
        Guid id = await app.Db(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).FirstAsync());
        Guid membership = await app.Db(db => db.Memberships.Where(m => m.UserId == id).Select(m => m.Id).FirstAsync());
        await TraceAsync("people.account-created", id, Administrator, "", "T. Trail");
        await TraceAsync("people.role-given", membership, Administrator, "", "Executive");

        Browser newcomer = app.Anonymous();
        Page choice = await newcomer.Get(new Uri(ready.One("code").TextContent).PathAndQuery);
        Page chosen = await choice.Submit(new() { ["Input.Password"] = TestApp.Password });
        await TraceAsync("account.password-chosen", id, Actor.System.Name, "{}", "{}"); // a password leaves no trace but that it changed
        // Under 0.2 an account counted the failures of whoever tried; what it counted then is forgotten at the next sign-in.
        await app.Db(db => db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.AccessFailedCount, 1)));
        Page inside = await chosen.Submit(new() { ["Input.Email"] = email, ["Input.Password"] = TestApp.Password });
        await TraceAsync("account.sign-in", id, Actor.System.Name, "\"AccessFailedCount\":\"1\"", "\"AccessFailedCount\":\"0\"");
        await TraceAsync("account.signed-in", id, "T. Trail", "", "{}");
        Page account = await inside.Browser.Get("/account");
        await account.Submit(new() { ["Input.Present"] = TestApp.Password, ["Input.New"] = "another long phrase" });
        await TraceAsync("account.password-changed", id, "T. Trail", "{}", "{}");
        await (await inside.Browser.Get("/account")).Submit(form: "form[action='/account/sign-out']");
        await TraceAsync("account.signed-out", id, "T. Trail", "", "{}");

        await (await administrator.Get("/people")).Submit(form: $"form:has(input[value='{membership}'])");
        await TraceAsync("people.role-removed", membership, Administrator, "Executive", "");
    }

    [Fact]
    public async Task Catalogue()
    {
        string code = Guid.NewGuid().ToString("N");
        Page saved = await (await Get("/catalogue/services/new")).Submit(new()
        {
            ["Owner.Code"] = code,
            ["Owner.OrganisationId"] = app.OrganisationA.ToString(),
            ["Input.NameEn"] = "Before",
            ["Input.NameFr"] = "Avant",
        });
        Guid id = saved.Id;
        await TraceAsync("service.create", id, Analyst, "", "Avant");
        await (await Get($"/catalogue/services/{id}/edit")).Submit(new() { ["Input.NameEn"] = "After" });
        await TraceAsync("service.edit", id, Analyst, "Before", "After");

        await (await Get($"/catalogue/services/{id}/edit")).Submit(form: "form[action*=Delete]");
        await TraceAsync("service.delete", id, Analyst, "After", "");

        string mark = "tr" + Guid.NewGuid().ToString("N")[..8];
        byte[] services = new InventoryText(mark, mark + "-org").Service("1").Services;
        Page preview = await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA, services);
        await InventoryUpload.Finished(await preview.Submit());
        Guid imported = await app.Db(db => db.Services.Where(s => s.Code == mark + "-1").Select(s => s.Id).FirstAsync());
        await TraceAsync("catalogue.import", imported, Analyst, "", "Permits");
    }

    [Fact]
    public async Task Questionnaires()
    {
        Service service = await app.ServiceAsync();
        Page form = await Get("/questionnaires/new");
        Page made = await form.Submit(new() { ["Input.ServiceId"] = service.Id.ToString(), ["Input.Name"] = "Trail" });
        Guid id = made.Id;
        string path = $"/questionnaires/drafts/{id}";
        await TraceAsync("questionnaire.create", id, Analyst, "", "Trail");
        foreach (string act in new[] { "up", "down", "require", "free", "remove" })
            await (await Get(path)).Submit(form: "#q-region form", button: $"act={act}");
        await TraceAsync("questionnaire.up", id, Analyst, "\"Revision\":\"0\"", "\"Revision\":\"1\"");
        await TraceAsync("questionnaire.down", id, Analyst, "\"Revision\":\"1\"", "\"Revision\":\"2\"");
        await TraceAsync("questionnaire.require", id, Analyst, "\"Revision\":\"2\"", "\"Revision\":\"3\"");
        await TraceAsync("questionnaire.free", id, Analyst, "\"Revision\":\"3\"", "\"Revision\":\"4\"");
        await TraceAsync("questionnaire.remove", id, Analyst, "\"Revision\":\"4\"", "\"Revision\":\"5\"");
        await (await Get(path)).Submit(form: "form[action$='handler=Undo']");
        await TraceAsync("questionnaire.undo", id, Analyst, "\"Revision\":\"5\"", "\"Revision\":\"6\"");
        await (await Get(path + "/add")).Submit(new() { ["codes"] = "trust" });
        await TraceAsync("questionnaire.add", id, Analyst, "Draft", "Draft");
        await (await Get(path + "/own")).Submit(new()
        {
            ["Input.Text.En"] = "Parking?",
            ["Input.Text.Fr"] = "Stationnement\u202F?",
            ["Input.Code"] = "parking",
        });
        await TraceAsync("questionnaire.own-add", id, Analyst, "Draft", "Draft");
        await (await Get(path + "/own/parking")).Submit(new() { ["Input.Text.En"] = "Room to park?" });
        await TraceAsync("questionnaire.own-change", id, Analyst, "Draft", "Draft");
        await (await Get(path + "/rules/Required/parking")).Submit(new() { ["Input.Lines[0]"] = "answered(parking)" });
        await TraceAsync("questionnaire.rule", id, Analyst, "Draft", "Draft");
        await (await Get(path + "/texts")).Submit(new() { ["Input.Name"] = "Trail 2" });
        await TraceAsync("questionnaire.texts", id, Analyst, "\"Trail\"", "\"Trail 2\"");
        Page draft = await (await Get("/questionnaires/new"))
            .Submit(new() { ["Input.ServiceId"] = service.Id.ToString(), ["Input.Name"] = "Trail 3" });
        await draft.Submit(form: "form[action*=Delete]");
        await TraceAsync("questionnaire.delete", draft.Id, Analyst, "Trail 3", "");
        await (await Get(path + "/publish")).Submit();
        await TraceAsync("questionnaire.publish", id, Analyst, "\"Version\":\"0\"", "\"Version\":\"1\"");
    }

    [Fact]
    public async Task Waves_AndImports()
    {
        Wave other = await WaveData.AddAsync(app);
        Page made = await (await Get($"/collection/waves/new?version={other.VersionId}")).Submit(new() { ["Input.Name"] = "Trail" });
        Guid id = made.Id;
        await TraceAsync("wave.create", id, Analyst, "", "Trail");
        await (await Get($"/collection/waves/{id}/edit")).Submit(new() { ["Input.ClosesOn"] = "2026-03-09" });
        await TraceAsync("wave.reschedule", id, Analyst, "2026-04-01", "2026-03-09");
        Page closed = await (await Get($"/collection/waves/{id}")).Submit(form: "details form");
        await TraceAsync("wave.close", id, Analyst, "\"Closings\":\"[]\"", "ClosedAtUtc");
        await closed.Submit(form: "details form");
        await TraceAsync("wave.reopen", id, Analyst, "ClosedAtUtc", "reopenedBy");
        await (await Get($"/collection/waves/{id}")).Submit(form: "form[action*=Close]");
        await (await Get($"/collection/waves/{id}")).Submit(form: "form[action*=Delete]");
        await TraceAsync("wave.delete", id, Analyst, "Trail", "");

        Page columns = await ImportSteps.Upload(await app.As(Role.Analyst), other, "overall,time\n5,4\n");
        string file = columns.Url.Split('/')[^2];
        await TraceAsync("import.upload", file, Analyst, "", "answers.csv");
        Page check = await ImportSteps.Wait(await columns.Submit(new() { ["Input.Missing"] = "99" }));
        await TraceAsync("import.map", file, Analyst, "overall", "99");
        await TraceAsync("import.check", file, Analyst, null, null); // the report itself quotes answers and stays out
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        await TraceAsync("import.commit", file, Analyst, "\"Added\":\"0\"", "\"Added\":\"1\"");
        await (await Get($"/collection/waves/{other.Id}/import")).Submit(new() { ["reason"] = "Wrong file." }, "form[action*=Undo]");
        await TraceAsync("import.undo", file, Analyst, "{}", "\"UndoneReason\":\"Wrong file.\"");

        string unfinished = (await ImportSteps.Upload(await app.As(Role.Analyst), other, "overall,time\n4,4\n")).Url.Split('/')[^2];
        await (await Get($"/collection/waves/{other.Id}/import")).Submit(form: "form[action*=Remove]");
        await TraceAsync("import.remove", unfinished, Analyst, "answers.csv", "");
    }

    [Fact]
    public async Task Comments_Read()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
            Enumerable.Range(0, 30).Select(i => WaveData.Response(wave.Id, $$"""{"overall":4,"improve":"comment {{i}}"}""")));
        Page page = await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}/comments");
        Assert.Contains("comment 7", page.Text);
        await TraceAsync("comments.read", wave.Id, Analyst, "", "\"Page\":\"1\"");
    }

    private Task TraceAsync(string action, object id, string by, string? before, string? after) =>
        app.Services.TraceAsync(action, id, by, before, after);

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
