using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Endpoints;

/// <summary>
/// Ten people press the same button at the same moment: what is decided in the database happens once, and the others are told what
/// happened.
/// </summary>
public sealed class TenAtOnceTests(TestApp app)
{
    private const int People = 10;

    [Fact]
    public async Task ActionStarted_OnceOfTen()
    {
        Page open = await app.OpenActionAsync("Ten start");
        await OneWinsAsync(open.Browser, open.Url, new() { ["StartedOn"] = "2026-02-10" }, Start, open.Id, "action.start");
    }

    [Fact]
    public async Task ActionDelivered_OnceOfTen()
    {
        Page open = await app.OpenActionAsync("Ten deliver");
        await OneWinsAsync(open.Browser, open.Url, new() { ["DeliveredOn"] = "2026-02-20" }, Deliver, open.Id, "action.deliver");
    }

    [Fact]
    public async Task ActionDeliveredOrAbandoned_IsOneOfTheTwo_OnceOfTen()
    {
        Page open = await app.OpenActionAsync("Ten end");
        Page[] seen = await SeenAsync(open.Browser, open.Url);
        Page[] sent = await Race.SendAsync([.. seen.Select((page, i) => (Func<Task<Page>>)(() => i % 2 == 0
            ? page.Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver) : page.Submit(new() { ["Reason"] = "No money." }, Abandon)))]);
        OneWins(sent);
        ImprovementAction kept = await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == open.Id));
        Assert.True(kept.DeliveredOn is null ^ kept.AbandonedAtUtc is null);
        Assert.Equal(1, await EventsAsync(open.Id, "action.deliver", "action.abandon"));
    }

    [Fact]
    public async Task DeliveryTakenBack_OnceOfTen_AndTheStartStays()
    {
        Page delivered = await app.DeliveredActionAsync("Ten take back");
        await OneWinsAsync(delivered.Browser, delivered.Url, new() { ["TakeBackReason"] = "Not for all." },
            "form[action$='handler=TakeBack']", delivered.Id, "action.take-back");
        Assert.Equal(ActionState.InProgress,
            (await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == delivered.Id))).State);
    }

    [Fact]
    public async Task DeliveryTakenBackOrJudged_IsOneOfTheTwo()
    {
        ActedOnService service = await ActedOnService.MakeAsync(app, [2, 2, 3, 2, 3, 2, 2, 3], [4, 5, 4, 5, 4, 5, 4, 5]);
        Page[] seen = await SeenAsync(await app.As(Role.Manager), $"/improvement/actions/{service.Action}");
        Page[] sent = await Race.SendAsync([.. seen.Select((page, i) => (Func<Task<Page>>)(() => i % 2 == 0
            ? page.Submit(Verdict(service.After, "Verified", "Beyond the margin."), Judge)
            : page.Submit(new() { ["TakeBackReason"] = "Not for all." }, "form[action$='handler=TakeBack']")))]);
        OneWins(sent);
        Assert.Equal(1, await EventsAsync(service.Action, "action.judge", "action.take-back"));
    }

    [Fact]
    public async Task DecisionWithdrawn_AndTargetWithdrawn_OnceOfTen()
    {
        Page decision = await app.DecideAsync("Ten withdraw");
        await OneWinsAsync(decision.Browser, decision.Url, [], Withdraw, decision.Id, "decision.withdraw");
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        Page target = await (await app.TargetFormAsync()).Submit(Target(wave, "3"));
        await OneWinsAsync(target.Browser, target.Url, [], Withdraw, target.Id, "target.withdraw");
    }

    [Fact]
    public async Task TargetCorrected_OnceOfTen()
    {
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        Page target = await (await app.TargetFormAsync()).Submit(Target(wave, "3"));
        await OneWinsAsync(target.Browser, $"{target.Url}/edit", new() { ["Input.Change"] = "4", ["Input.Reason"] = "A better year." },
            "main form[method=post]", target.Id, "target.correct");
    }

    [Fact]
    public async Task DecisionRecordedTenTimesFromOneForm_IsOne_AndAllAreLedToIt()
    {
        Page form = await app.DecisionFormAsync();
        Page[] sent = await Race.SendAsync([.. Enumerable.Range(0, People).Select(_ =>
            (Func<Task<Page>>)(() => form.Submit(Decision("Ten decide"))))]);
        Assert.All(sent, page => Assert.Equal((200, sent[0].Url), (page.Status, page.Url)));
        Assert.Equal(1, await app.Db(db => db.Decisions.CountAsync(d => d.Title.En == "Ten decide")));
    }

    [Fact]
    public async Task WaveClosedAndReopened_OnceOfTen()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        string page = $"/collection/waves/{wave.Id}";
        await OneWinsAsync(analyst, page, [], "form[action*=Close]", wave.Id, "wave.close");
        await OneWinsAsync(analyst, page, [], "form[action*=Reopen]", wave.Id, "wave.reopen");
    }

    [Fact]
    public async Task WaveDeleted_OnceOfTen()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        Page[] seen = await SeenAsync(await app.As(Role.Analyst), $"/collection/waves/{wave.Id}");
        Page[] sent = await Race.SendAsync([.. seen.Select(page => (Func<Task<Page>>)(() => page.Submit(form: "form[action*=Delete]")))]);
        Assert.Single(sent, page => page.Status == 200);
        Assert.All(sent.Where(page => page.Status != 200), page => Assert.Contains(page.Status, new[] { 404, 409 }));
        Assert.Equal(1, await EventsAsync(wave.Id, "wave.delete"));
    }

    [Fact]
    public async Task DraftPublished_OnceOfTen()
    {
        var questionnaire = await app.QuestionnaireAsync();
        Page[] seen = await SeenAsync(await app.As(Role.Analyst), $"/questionnaires/drafts/{questionnaire.Id}/publish");
        Page[] sent = await Race.SendAsync([.. seen.Select(page => (Func<Task<Page>>)(() => page.Submit()))]);
        Assert.Single(sent, page => page.Status == 200);
        Assert.All(sent.Where(page => page.Status != 200), page => Assert.Equal(409, page.Status));
        Assert.Equal(1, await app.Db(db => db.QuestionnaireVersions.CountAsync(v => v.QuestionnaireId == questionnaire.Id)));
    }

    [Fact]
    public async Task ImportTakenBack_OnceOfTen_AndOneFileSentTenTimesIsThereOnce()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        string file = "overall,time\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{1 + i % 5},{1 + i % 4}\n"));
        Page[] checks = new Page[3];
        for (int i = 0; i < checks.Length; i++)
            checks[i] = await ImportSteps.Wait(await (await ImportSteps.Upload(analyst, wave, file)).Submit());
        await Task.WhenAll((await Race.SendAsync([.. Enumerable.Range(0, People).Select(i =>
            (Func<Task<Page>>)(() => checks[i % checks.Length].Submit(button: "keepGood=false")))])).Select(ImportSteps.Wait));
        Assert.Equal(40, await app.Db(db => db.Responses.CountAsync(r => r.WaveId == wave.Id)));
        Assert.Equal(40, await app.Db(db => db.ResponseCounts.Where(c => c.WaveId == wave.Id).SumAsync(c => c.Count)));

        Guid import = await app.Db(db => db.ResponseImports.Where(i => i.WaveId == wave.Id && i.Added == 40)
            .Select(i => i.Id).SingleAsync());
        await OneWinsAsync(analyst, $"/collection/waves/{wave.Id}/import", new() { ["reason"] = "Wrong file." },
            $"form[action*=Undo]:has(input[value='{import}'])", import, "import.undo");
        Assert.Equal(0, await app.Db(db => db.ResponseCounts.Where(c => c.WaveId == wave.Id).SumAsync(c => c.Count)));
    }

    [Fact]
    public async Task InvitationAccepted_OnceOfTen()
    {
        Browser administrator = await app.As(Role.Administrator);
        string email = $"{Guid.NewGuid():N}@a.example";
        Page ready = await (await administrator.Get("/people/new")).Submit(new()
        {
            ["Input.DisplayName"] = "T. En",
            ["Input.Email"] = email,
            ["Input.Role"] = "Executive",
            ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        });
        string link = new Uri(ready.One("code").TextContent).PathAndQuery;
        Page[] seen = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => app.Anonymous().Get(link)));
        Page[] sent = await Race.SendAsync([.. seen.Select((page, i) =>
            (Func<Task<Page>>)(() => page.Submit(new() { ["Input.Password"] = $"a long phrase of number {i}" })))]);
        Assert.Single(sent, page => page.Status == 200);
        Assert.All(sent.Where(p => p.Status != 200), page =>
            Assert.Contains("This link has been used or is too old. Ask for a new one.", page.Text));
    }

    // Each has seen the page before anybody pressed.
    private static Task<Page[]> SeenAsync(Browser browser, string url) =>
        Task.WhenAll(Enumerable.Range(0, People).Select(_ => browser.Copy("en").Get(url)));

    private async Task OneWinsAsync(Browser browser, string url, Dictionary<string, string> values, string form, Guid about, string action)
    {
        int before = await EventsAsync(about, action);
        Page[] seen = await SeenAsync(browser, url);
        Page[] sent = await Race.SendAsync([.. seen.Select(page => (Func<Task<Page>>)(() => page.Submit(values, form)))]);
        OneWins(sent);
        Assert.Equal(before + 1, await EventsAsync(about, action));
    }

    private static void OneWins(Page[] sent)
    {
        Assert.Equal([200, .. Enumerable.Repeat(409, People - 1)], sent.Select(page => page.Status).Order());
        // Whoever came late reads what happened, on the page as it is now.
        Assert.All(sent.Where(page => page.Status == 409), page => Assert.NotEmpty(page.One(".ds-error-summary").TextContent.Trim()));
    }

    private async Task<int> EventsAsync(Guid about, params string[] actions)
    {
        string subject = about.ToString();
        return await app.Db(db => db.AuditEvents.CountAsync(e => e.SubjectId == subject && actions.Contains(e.Action)));
    }
}
