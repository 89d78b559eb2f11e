using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Improvement;

/// <summary>Decision, target, action and effect through the browser, with real waves behind them.</summary>
public sealed class ImprovementTests(TestApp app)
{
    [Fact]
    public async Task Decision_FromTheMatrix_FreezesItsEvidenceAndLeavesATrace()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Guid id = await DecideAsync(service, 1, "Cut the wait");
        Decision decision = await app.Db(db => db.Decisions.AsNoTracking().FirstAsync(d => d.Id == id));
        Assert.Equal("timeliness", decision.Evidence.Driver);
        Assert.InRange(decision.Evidence.ImportanceShare, decision.Evidence.ImportanceLow!.Value, decision.Evidence.ImportanceHigh!.Value);
        Assert.True(decision.Evidence.Respondents > 500);
        AuditEvent trace = await app.Db(db => db.AuditEvents.AsNoTracking()
            .SingleAsync(e => e.SubjectId == id.ToString() && e.Action == "decision.record"));
        Assert.Equal("Manager tester", trace.By);
        Assert.Contains("Cut the wait", trace.After);
    }

    [Fact]
    public async Task Decision_Empty_NamesEachMissingField()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/decisions/new?wave={service.Waves[1].Id}");
        Page refused =
            await form.Submit(new() { ["Input.Title"] = "", ["Input.Reasons"] = "", ["Input.Body"] = "", ["Input.DecidedOn"] = "" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Say in a few words what was decided.", refused.Text);
        Assert.Contains("Give the reasons: they are what a reader will ask for.", refused.Text);
        Assert.Contains("Name the person or body that decided.", refused.Text);
        Assert.Contains("Enter the date.", refused.Text);
    }

    [Fact]
    public async Task Decision_DatedInTheFuture_IsRefused()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/decisions/new?wave={service.Waves[1].Id}");
        Page refused = await form.Submit(new()
        {
            ["Input.Title"] = "T",
            ["Input.Reasons"] = "R",
            ["Input.Body"] = "B",
            ["Input.DecidedOn"] = "2031-01-01",
        });
        Assert.Equal(409, refused.Status);
        Assert.Contains("A decision cannot be dated in the future.", refused.Text);
    }

    [Fact]
    public async Task Decision_DatedBeforeItsWave_AndActionBeforeItsDecision_AreRefused()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Wave wave = service.Waves[1];
        Browser manager = await app.As(Role.Manager);
        Page form = await manager.Get($"/improvement/decisions/new?wave={wave.Id}");
        Page refused = await form.Submit(new()
        {
            ["Input.Title"] = "T",
            ["Input.Reasons"] = "R",
            ["Input.Body"] = "B",
            ["Input.DecidedOn"] = wave.OpensOn.AddDays(-1).ToString("yyyy-MM-dd"),
        });
        Assert.Equal(409, refused.Status);
        Assert.Contains($"A decision cannot be dated before the first day of the wave it rests on, {wave.OpensOn:yyyy-MM-dd}.",
            refused.Text);

        string action = await OpenActionAsync(await DecideAsync(service, 1, "Dates in order"), "Dates in order", "timeliness");
        DateOnly decided = wave.ClosesOn.AddDays(5);
        foreach ((string field, string handler,
            string said) in new[] { ("StartedOn", "Start", "start before it was decided"), ("DeliveredOn", "Deliver",
                "be delivered before it was decided") })
        {
            Page early = await (await manager.Get(action))
                .Submit(new() { [field] = decided.AddDays(-1).ToString("yyyy-MM-dd") }, form: $"form[action$='handler={handler}']");
            Assert.Equal(409, early.Status);
            Assert.Contains($"An action cannot {said}, on {decided:yyyy-MM-dd}.", early.Text);
        }
        await (await manager.Get(action))
            .Submit(new() { ["StartedOn"] = decided.AddDays(3).ToString("yyyy-MM-dd") }, form: "form[action$='handler=Start']");
        Page turned = await (await manager.Get(action))
            .Submit(new() { ["DeliveredOn"] = decided.AddDays(2).ToString("yyyy-MM-dd") }, form: "form[action$='handler=Deliver']");
        Assert.Contains($"An action cannot be delivered before it started, on {decided.AddDays(3):yyyy-MM-dd}.", turned.Text);
        Page sameDay = await (await manager.Get(action))
            .Submit(new() { ["DeliveredOn"] = decided.AddDays(3).ToString("yyyy-MM-dd") }, form: "form[action$='handler=Deliver']");
        Assert.Equal(200, sameDay.Status);
    }

    [Fact]
    public async Task Decision_WithdrawnTwice_IsABrokenRule()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Guid id = await DecideAsync(service, 0, "Withdrawn later");
        Browser manager = await app.As(Role.Manager);
        Page page = await manager.Get($"/improvement/decisions/{id}");
        var token = page.One("form[action$='handler=Withdraw'] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        Page once = await manager.Post($"/improvement/decisions/{id}?handler=Withdraw", [new("__RequestVerificationToken", token)]);
        Assert.Contains("This decision was withdrawn", once.Text);
        Page twice = await manager.Post($"/improvement/decisions/{id}?handler=Withdraw", [new("__RequestVerificationToken", token)]);
        Assert.Equal(409, twice.Status);
        Assert.Contains("This decision is already withdrawn.", twice.Text);
    }

    [Theory]
    [InlineData("Relative", "10", 1.10, 0)]
    [InlineData("Points", "5", 1, 5)]
    public async Task Target_IsReckonedFromTheBaseline(string kind, string change, double factor, double plus)
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/targets/new?service={service.Id}");
        Page set = await form.Submit(new()
        {
            ["Input.Wave"] = service.Waves[1].Id.ToString(),
            ["Input.Item"] = "overall",
            ["Input.Kind"] = kind,
            ["Input.Change"] = change,
            ["Input.DueOn"] = "2028-06-30",
        });
        Assert.Equal(200, set.Status);
        Guid id = Guid.Parse(set.Url.Split('/')[^1]);
        Target target = await app.Db(db => db.Targets.AsNoTracking().FirstAsync(t => t.Id == id));
        Assert.Equal(target.Baseline * factor + plus, target.Value, 1e-9);
        Assert.Equal(1200, target.BaselineRespondents);
        Assert.Contains("relative", set.Text); // both readings are always said
        Assert.Contains("points", set.Text);
    }

    [Fact]
    public async Task Target_BeyondTheScale_IsABrokenRule()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/targets/new?service={service.Id}");
        Page refused = await form.Submit(new()
        {
            ["Input.Wave"] = service.Waves[1].Id.ToString(),
            ["Input.Item"] = "overall",
            ["Input.Kind"] = "Points",
            ["Input.Change"] = "60",
            ["Input.DueOn"] = "2028-06-30",
        });
        Assert.Equal(409, refused.Status);
        Assert.Contains("would pass 100", refused.Text);
    }

    [Fact]
    public async Task Action_IsVerifiedOnlyWhenTheDataShowIt()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Guid decision = await DecideAsync(service, 1, "For the actions");
        string working = await OpenActionAsync(decision, "Follow online", "timeliness");
        string useless = await OpenActionAsync(decision, "Paint the counter", "courtesy");
        Browser manager = await app.As(Role.Manager);
        DateOnly delivery = service.Waves[2].OpensOn.AddDays(-5);

        Page future = await (await manager.Get(working))
            .Submit(new() { ["DeliveredOn"] = "2031-01-01" }, form: "form[action$='handler=Deliver']");
        Assert.Equal(409, future.Status);
        Assert.Contains("The delivery date cannot be in the future.", future.Text);

        foreach (string action in new[] { working, useless })
            await (await manager.Get(action))
                .Submit(new() { ["DeliveredOn"] = delivery.ToString("yyyy-MM-dd") }, form: "form[action$='handler=Deliver']");

        Page page = await manager.Get(working);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("select[name='Judgement.AfterWave'] option"),
            o => o.GetAttribute("value") == service.Waves[1].Id.ToString());
        Page verified = await JudgeAsync(page, service.Waves[2], "Verified", "Beyond the margin, on the item it aimed at.");
        Assert.Equal(200, verified.Status);
        Assert.Contains("effect verified", verified.Text);

        Page against = await JudgeAsync(await manager.Get(useless), service.Waves[2], "Verified", "We would like it to be so.");
        Assert.Equal(409, against.Status);
        Assert.Contains("the data do not show the effect", against.Text);
        Page honest = await JudgeAsync(await manager.Get(useless), service.Waves[2], "NotShown", "Within the margin.");
        Assert.Contains("effect not shown", honest.Text);
        Guid uselessId = Guid.Parse(useless.Split('/')[^1]);
        ImprovementAction kept = await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == uselessId));
        Assert.Equal(ActionState.NotVerified, kept.State);
        Assert.True(kept.Verdict!.MinimumDetectable > 0);
    }

    [Fact]
    public async Task Action_JudgedByAForeignOrEarlierWave_IsRefused()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Guid decision = await DecideAsync(service, 1, "For another action");
        string action = await OpenActionAsync(decision, "Something else", "timeliness");
        Browser manager = await app.As(Role.Manager);
        await (await manager.Get(action))
            .Submit(new() { ["DeliveredOn"] = service.Waves[2].OpensOn.AddDays(-5).ToString("yyyy-MM-dd") },
                form: "form[action$='handler=Deliver']");
        Page judge = await manager.Get(action);
        Assert.Empty(judge.Document.QuerySelectorAll("form[action$='handler=Judge'] > :not(details) .optional"));
        Page refused = await JudgeAsync(judge, service.Waves[0], "Verified", "An earlier wave.");
        Assert.Equal(422, refused.Status);
        Assert.Contains("Choose a wave fielded after the delivery.", refused.Text);
    }

    [Fact]
    public async Task Texts_AreReadInTheReadersLanguage_OrSayWhichTheyAreIn()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await (await app.As(Role.Manager, "fr"))
            .Get($"/improvement/decisions/new?wave={service.Waves[1].Id}&driver=timeliness");
        Assert.Equal("Aussi en anglais", form.One("details summary").TextContent);
        Assert.False(form.One("details").HasAttribute("open"));
        Page decided = await form.Submit(new()
        {
            ["Input.Title"] = "Réduire l’attente <i>vite</i>",
            ["Input.Reasons"] = "Elle pèse le plus.\nElle est mal notée.",
            ["Input.Body"] = "Comité de direction",
            ["Input.DecidedOn"] = "2026-02-20",
            ["Input.Also.Title"] = "Cut the wait <i>fast</i>",
            ["Input.Also.Body"] = "Executive committee",
        });
        Guid id = Guid.Parse(decided.Url.Split('/')[^1]);
        Assert.Equal("Réduire l’attente <i>vite</i>", decided.Title);
        Assert.Empty(decided.Document.QuerySelectorAll("h1 [lang]"));
        Assert.Contains("quadrants coupés aux moyennes", decided.Text);
        Page english = await (await app.As(Role.Executive)).Get(decided.Url);
        Assert.Equal("Cut the wait <i>fast</i>", english.Title);
        Assert.Contains("Executive committee", english.Text);
        // Nobody wrote the reasons in English: the French ones say that they are French.
        Assert.Equal(["Elle pèse le plus.", "Elle est mal notée."],
            english.One("section.panel div[lang=fr]").QuerySelectorAll("p").Select(p => p.TextContent));

        Page opening = await (await app.As(Role.Manager, "fr")).Get($"/improvement/actions/new?decision={id}");
        Page opened = await opening.Submit(new()
        {
            ["Input.Title"] = "Suivre en ligne",
            ["Input.Owner"] = "L. Tremblay",
            ["Input.DueOn"] = "2026-12-01",
            ["Input.Item"] = "timeliness",
            ["Input.ExpectedPoints"] = "5",
            ["Input.Also.Title"] = "Follow online",
        });
        Assert.Equal("Suivre en ligne", opened.Title);
        Assert.Equal("Follow online", (await (await app.As(Role.Executive)).Get(opened.Url)).Title);

        // The service page and its report show the last decision.
        foreach ((string language, string title) in new[] { ("fr", "Réduire l’attente <i>vite</i>"), ("en", "Cut the wait <i>fast</i>") })
        {
            Browser reader = await app.As(Role.Executive, language);
            string file = $"/reporting/services/{service.Id}/file?language={language}&format=";
            foreach (string path in new[] { $"/catalogue/services/{service.Id}", file + "html", $"/improvement?service={service.Id}" })
                Assert.Contains(title, (await reader.Get(path)).Text);
            Assert.Contains(title, (await reader.Get(file + "csv")).Html);
        }
    }

    [Fact]
    public async Task TextInTheOtherLanguage_TooLong_IsShownUnfolded()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/decisions/new?wave={service.Waves[1].Id}");
        Page refused = await form.Submit(new() { ["Input.Also.Title"] = new string('x', Decision.TitleMaxLength + 1) });
        Assert.Equal(422, refused.Status);
        Assert.True(refused.One("details").HasAttribute("open"));
        Assert.Contains("Use at most 200 characters.", refused.One("details").TextContent);
    }

    [Fact]
    public async Task Pages_ObeyRolesAndOrganisations()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Guid decision = await DecideAsync(service, 1, "For access");
        string action = await OpenActionAsync(decision, "For access", "timeliness");
        string[] readable =
            [$"/improvement/decisions/{decision}", action, $"/catalogue/services/{service.Id}", $"/reporting/services/{service.Id}",
                $"/reporting/services/{service.Id}/file?format=csv&language=en"];
        string[] writable =
            [$"/improvement/decisions/new?wave={service.Waves[1].Id}", $"/improvement/targets/new?service={service.Id}",
                $"/improvement/actions/new?decision={decision}"];
        foreach (string path in readable) Assert.Equal((path, 200), (path, (await (await app.As(Role.Executive)).Get(path)).Status));
        foreach (string path in writable) Assert.Equal((path, 403), (path, (await (await app.As(Role.Executive)).Get(path)).Status));
        foreach (string path in readable) Assert.Equal((path, 403), (path, (await (await app.As(Role.Clerk)).Get(path)).Status));
        foreach (string path in readable.Concat(writable))
            Assert.Equal((path, 404), (path, (await (await app.AsForeigner()).Get(path)).Status));
        foreach (string path in readable.Concat(writable)) Assert.Contains("/account/sign-in", (await app.Anonymous().Get(path)).Url);
        string[] unknown = ["decisions", "actions", "targets"];
        foreach (string kind in unknown)
            Assert.Equal(404, (await (await app.As(Role.Manager)).Get($"/improvement/{kind}/{Guid.NewGuid()}")).Status);
        Assert.DoesNotContain("For access", (await (await app.AsForeigner()).Get("/improvement")).Text);
    }

    private async Task<Guid> DecideAsync(MeasuredService service, int wave, string title)
    {
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/decisions/new?wave={service.Waves[wave].Id}&driver=timeliness");
        Page decided = await form.Submit(new()
        {
            ["Input.Title"] = title,
            ["Input.Reasons"] = "It weighs most.",
            ["Input.Body"] = "Executive committee",
            ["Input.DecidedOn"] = service.Waves[wave].ClosesOn.AddDays(5).ToString("yyyy-MM-dd"),
        });
        Assert.True(decided.Status == 200, decided.Text);
        return Guid.Parse(decided.Url.Split('/')[^1]);
    }

    private async Task<string> OpenActionAsync(Guid decision, string title, string item)
    {
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/actions/new?decision={decision}");
        Page opened = await form.Submit(new()
        {
            ["Input.Title"] = title,
            ["Input.Owner"] = "L. Tremblay",
            ["Input.DueOn"] = "2026-12-01",
            ["Input.Item"] = item,
            ["Input.ExpectedPoints"] = "5",
        });
        Assert.True(opened.Status == 200, opened.Text);
        return opened.Url;
    }

    private static Task<Page> JudgeAsync(Page page, Wave after, string verdict, string reason) =>
        page.Submit(new() { ["Judgement.AfterWave"] = after.Id.ToString(), ["Judgement.Verdict"] = verdict, ["Judgement.Reason"] = reason },
            form: "form[action$='handler=Judge']");
}
