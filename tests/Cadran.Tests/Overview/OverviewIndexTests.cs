using AngleSharp.Dom;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Overview;

/// <summary>The first page: where every service stands that one may see, in the order of need.</summary>
public sealed class OverviewIndexTests(TestApp app)
{
    private static readonly DateOnly Today = WaveData.Today;

    [Fact]
    public async Task ItIsTheFirstPage_ForWhoeverReads()
    {
        Assert.Equal("/overview", (await (await app.As(Role.Executive)).Get("/")).Url);
        Assert.Equal("/", (await (await app.As(Role.Clerk)).Get("/")).Url);
    }

    [Fact]
    public async Task AService_StandsWithScoreMarginChangePriorityTargetActionsAndAge()
    {
        Organisation own = await OrganisationAsync();
        (Wave first, Wave last) = await MeasuredAsync(own, fall: true);
        Target target = Target.Set(first, MeasureNames.Overall, new(new(80, 1, 78, 82), 60), TargetChange.Adding(new(5)), Today.AddYears(1),
            Recorded.Somebody, TestApp.Now);
        Decision decision = Recorded.Decision(first, first.ClosesOn.AddDays(1));
        await AddAsync(target, decision, Late(decision, Today.AddDays(-9)), Late(decision, Today.AddDays(-2)));
        Page page = await SettledAsync(await ReaderAsync(own), "/overview");
        IElement row = page.One(".ov tbody tr");
        WaveScores scores = await app.Services.GetRequiredService<WaveAnalyses>().ScoresAsync(last.Id, default);
        PublishedNumber score = scores.Overall!.Score;
        string said = Folded(row);
        Assert.Contains($"{score.Estimate:F1} ± {score.Margin:F1} n = 60", said);
        Assert.Contains("falls", said);
        Assert.Contains("off track", said);
        Assert.Contains("2 late", said);
        Assert.Contains("3 weeks", said);
        Assert.Contains("2 actions late, the first since February 21, 2026, below the path of its target, "
            + "the score fell by more than its margin.", said);
        Assert.Contains("1 measured service, 1 needs attention.", page.Text);
        Assert.Equal(["0 of 1", "2", "–", "0"], page.Document.QuerySelectorAll(".strip b").Select(b => b.TextContent));
        Assert.Contains("First where an action is late".ToLowerInvariant(), page.One(".rule").TextContent.ToLowerInvariant());
    }

    [Fact]
    public async Task TheOrder_IsThatOfNeed_AndCanBeAnother()
    {
        Organisation own = await OrganisationAsync();
        (Wave fine, _) = await MeasuredAsync(own, name: "Fine");
        (Wave late, _) = await MeasuredAsync(own, name: "Late");
        Decision decision = Recorded.Decision(late, late.ClosesOn.AddDays(1));
        await AddAsync(decision, Late(decision, Today.AddDays(-1)),
            Service.Create(own.Id, Guid.NewGuid().ToString("N"), new("Aaa never", "Aaa jamais")));
        Browser reader = await ReaderAsync(own);
        Assert.Equal(["Late", "Fine", "Aaa never"], Names(await SettledAsync(reader, "/overview")));
        Assert.Equal(["Aaa never", "Fine", "Late"], Names(await reader.Get("/overview?Sort=Name")));
        Assert.Equal(["Late"], Names(await reader.Get("/overview?Show=Late")));
        Assert.Equal(["Aaa never"], Names(await reader.Get("/overview?Show=Never")));
        Assert.Equal(["Fine"], Names(await reader.Get("/overview?Q=fine")));
        Page never = await reader.Get("/overview?Show=Never");
        Assert.Contains("not measured yet", Folded(never.One(".ov tbody tr")));
        Page grouped = await reader.Get("/overview?Group=true");
        Assert.Single(grouped.Document.QuerySelectorAll("tr.group"));
        Assert.NotEqual(fine.ServiceId, late.ServiceId);
    }

    [Fact]
    public async Task WhatIsWithheld_IsWithheldHereToo()
    {
        Organisation own = await OrganisationAsync();
        Wave wave = await WaveData.AddAsync(app, opens: Today.AddDays(-60), closes: Today.AddDays(-40), organisationId: own.Id);
        await AnswersAsync(wave, 5, 4, 5);
        Page page = await SettledAsync(await ReaderAsync(own), "/overview");
        string said = Folded(page.One(".ov tbody tr"));
        Assert.Contains("too few answers", said);
        Assert.DoesNotContain("±", said);
        string file = (await page.Browser.Get("/overview?handler=Csv")).Html;
        string[] cells = file.Split("\r\n")[1].Split(',');
        Assert.Equal(["", "", "", ""], cells[7..11]);
    }

    [Fact]
    public async Task Csv_HasTheRowsOfThePage_WithTheSameFilters()
    {
        Organisation own = await OrganisationAsync();
        (_, Wave last) = await MeasuredAsync(own, name: "Licences, boats");
        await AddAsync(Service.Create(own.Id, Guid.NewGuid().ToString("N"), new("Other", "Autre")));
        Browser reader = await ReaderAsync(own);
        await SettledAsync(reader, "/overview");
        string[] lines = Lines(await reader.Get("/overview?handler=Csv"));
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("Number,Service,Organisation,Waves,Last wave,Last day", lines[0]);
        Assert.Contains("\"Licences, boats\"", lines[1]);
        Assert.Contains(last.ClosesOn.ToString("yyyy-MM-dd"), lines[1]);
        Assert.Equal(2, Lines(await reader.Get("/overview?handler=Csv&Show=Never")).Length);
        string french = (await reader.Copy("fr").Get("/overview?handler=Csv")).Html;
        Assert.Contains("Première priorité", french);
    }

    [Fact]
    public async Task Mine_AreServicesWhoseActionIAnswerFor()
    {
        Organisation own = await OrganisationAsync();
        (Wave wave, _) = await MeasuredAsync(own, name: "Mine");
        await MeasuredAsync(own, name: "Yours");
        Person manager = await app.PersonAsync(Role.Manager, own.Id);
        Decision decision = Recorded.Decision(wave, wave.ClosesOn.AddDays(1));
        await AddAsync(decision, ImprovementAction.Open(decision, new("Do", ""), LocalText.Empty, "P. Erson", Today.AddDays(9), "overall",
            5, ["overall"], Recorded.Somebody, TestApp.Now, ownerId: manager.Id));
        Browser browser = await app.As(manager.Email);
        Assert.Equal(["Mine"], Names(await SettledAsync(browser, "/overview?Show=Mine")));
        Page nobody = await (await ReaderAsync(own)).Get("/overview?Show=Mine");
        Assert.Contains("A service is yours here when you answer for one of its actions.", nobody.Text);
    }

    [Fact]
    public async Task SinceTheLastVisit_TellsWhatClosedBecameLateAndWasJudged()
    {
        Organisation own = await OrganisationAsync();
        (Wave wave, Wave last) = await MeasuredAsync(own, name: "News", closedDaysAgo: 1);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(1, 12).Select(i =>
            WaveData.Response(last.Id, $$"""{"overall":{{1 + i % 5}},"improve":"Comment number {{i}}"}""")));
        await MeasuredAsync(own, name: "Olds", closedDaysAgo: 200);
        Decision decision = Recorded.Decision(wave, wave.ClosesOn.AddDays(1));
        await AddAsync(decision, Late(decision, Today.AddDays(-1)));
        Person person = await app.PersonAsync(Role.Executive, own.Id);
        Browser browser = await app.As(person.Email);
        Page first = await SettledAsync(browser, "/overview?Show=New");
        Assert.Contains("This is your first visit", first.Text);
        // The visit before this one ended ten days ago.
        await app.Db(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(
            db.Users.Where(u => u.Id == person.Id),
            set => set.SetProperty(u => u.VisitBeforeAtUtc, TestApp.Start.UtcDateTime.AddDays(-10))));
        Page page = await SettledAsync(browser, "/overview");
        Assert.Contains("Since your last visit, February 20, 2026: 1 wave closed, 12 comments to read, 1 action became late.", page.Text);
        Assert.Equal(["News"], Names(await browser.Get("/overview?Show=New")));
        Assert.NotEqual(wave.Id, last.Id);
    }

    [Fact]
    public async Task AVisit_IsAnotherAfterHours_AndNotAfterMinutes()
    {
        await using FreshApp fresh = await FreshApp.StartAsync(services => services.AddSingleton<TimeProvider>(
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestApp.Start)));
        var time = (Microsoft.Extensions.Time.Testing.FakeTimeProvider)fresh.Services.GetRequiredService<TimeProvider>();
        Person person = await fresh.PersonAsync(Role.Executive);
        await person.SignInAsync(fresh.Browser());
        Assert.Null(await BeforeAsync());
        time.Advance(TimeSpan.FromMinutes(30));
        await person.SignInAsync(fresh.Browser());
        Assert.Null(await BeforeAsync());
        time.Advance(TimeSpan.FromHours(20));
        await person.SignInAsync(fresh.Browser());
        Assert.Equal(TestApp.Start.UtcDateTime.AddMinutes(30), await BeforeAsync());

        async Task<DateTime?> BeforeAsync()
        {
            DateTime? before = null;
            await fresh.Services.DbAsync(db =>
            {
                before = db.Users.Where(u => u.Id == person.Id).Select(u => u.VisitBeforeAtUtc).Single();
                return Task.CompletedTask;
            });
            return before;
        }
    }

    [Fact]
    public async Task OfAnotherOrganisation_NothingIsSeen()
    {
        Organisation own = await OrganisationAsync(), other = await OrganisationAsync();
        await MeasuredAsync(own, name: "Secret service");
        Page page = await (await ReaderAsync(other)).Get("/overview");
        Assert.Contains("No service yet", page.Text);
        Assert.DoesNotContain("Secret service", page.Text);
        Assert.DoesNotContain("Secret service", (await page.Browser.Get("/overview?handler=Csv")).Html);
    }

    [Fact]
    public async Task AnOldMeasurement_ApprovesOfNothing_AndSaysItsAge()
    {
        Organisation own = await OrganisationAsync();
        (Wave first, Wave last) = await MeasuredAsync(own, closedDaysAgo: 500);
        Target target = Target.Set(first, MeasureNames.Overall, new(new(1, 1, 0, 2), 60), TargetChange.Adding(new(1)), Today.AddYears(1),
            Recorded.Somebody, TestApp.Now);
        await AddAsync(target);
        Browser reader = await ReaderAsync(own);
        IElement tag = (await SettledAsync(reader, "/overview")).One(".ov a.plain .tag");
        Assert.Equal(("on track, measured 16 months ago", "tag neutral"), (tag.TextContent, tag.ClassName));
        Page service = await reader.Get($"/catalogue/services/{last.ServiceId}");
        Assert.Empty(service.Document.QuerySelectorAll(".q .tag.good"));
        Assert.Contains("on track, measured 16 months ago", service.Text);
        // The comparison is at the wave, the path is today's.
        Assert.Contains($"wave {last.Name}: {target.ExpectedOn(last.ClosesOn).Value:F1} was expected", service.Text);
        Assert.Contains($"Today the path is at {target.ExpectedOn(Today).Value:F1}.", service.Text);
        Page own1 = await reader.Get($"/improvement/targets/{target.Id}");
        Assert.Contains("on track, measured 16 months ago", own1.Text);
        Assert.Contains("on track, measured 16 months ago", (await reader.Get("/improvement")).Text);
    }

    private async Task<Organisation> OrganisationAsync()
    {
        string code = Guid.NewGuid().ToString("N")[..10];
        var made = Organisation.Create(code, new("Agency " + code, "Agence " + code), app.Government);
        await AddAsync(made);
        return made;
    }

    private async Task<Browser> ReaderAsync(Organisation organisation) =>
        await app.As((await app.PersonAsync(Role.Executive, organisation.Id)).Email);

    private Task AddAsync(params object[] objects) => app.Db(async db =>
    {
        db.AddRange(objects);
        await db.SaveChangesAsync();
    });

    // Two waves of sixty people each; the second is lower where the score is to fall.
    private async Task<(Wave First, Wave Last)> MeasuredAsync(
        Organisation own, bool fall = false, string name = "Service", int closedDaysAgo = 25)
    {
        DateOnly end = Today.AddDays(-closedDaysAgo);
        Wave first = await WaveData.AddAsync(app, opens: end.AddDays(-120), closes: end.AddDays(-100), organisationId: own.Id);
        var last = Wave.Plan(first.ServiceId, first.VersionId, "2026-2", end.AddDays(-20), end, Actor.System, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(last);
            (await db.Services.FindAsync(first.ServiceId))!.Describe(new(name, name + " (fr)"), LocalText.Empty);
            await db.SaveChangesAsync();
        });
        int[] good = [.. Enumerable.Range(0, 60).Select(i => 3 + i % 3)], bad = [.. Enumerable.Range(0, 60).Select(i => 1 + i % 3)];
        await AnswersAsync(first, good);
        await AnswersAsync(last, fall ? bad : good);
        return (first, last);
    }

    private Task<long> AnswersAsync(Wave wave, params int[] ratings) => app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
        ratings.Select((r, i) => WaveData.Response(wave.Id, $$"""{"overall":{{r}},"time":{{1 + (r + i) % 5}}}""")));

    private static ImprovementAction Late(Decision decision, DateOnly due) => ImprovementAction.Open(decision, new("Do", ""),
        LocalText.Empty, "L. Tremblay", due, "overall", 5, ["overall"], Recorded.Somebody, TestApp.Now);

    // What is not worked out yet comes beside the page: the reader opens it again.
    private static async Task<Page> SettledAsync(Browser browser, string address)
    {
        for (int i = 0; ; i++)
        {
            Page page = await browser.Get(address);
            Assert.Equal(200, page.Status);
            if (!page.Text.Contains("being worked out", StringComparison.Ordinal) || i > 200) return page;
            await Task.Delay(100);
        }
    }

    private static string[] Lines(Page file) => file.Html.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string[] Names(Page page) =>
        [.. page.Document.QuerySelectorAll(".ov tbody th[scope=row] > a").Select(a => a.TextContent.Trim())];

    private static string Folded(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
