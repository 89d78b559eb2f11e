using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>The forms of a decision, an action and a target opened without what they start from.</summary>
public sealed class ImprovementStartTests(TestApp app)
{
    public static TheoryData<string, string, string> Forms => new()
    {
        { "decisions", "Record a decision", "Consigner une décision" },
        { "actions", "Open an action", "Ouvrir une action" },
        { "targets", "Set a target", "Fixer une cible" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task FormWithoutItsOrigin_OffersTheOrigins_AndLeadsToTheForm(string kind, string title, string french)
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Browser manager = await app.As(Role.Manager);
        await app.DecideAsync("To start from");
        Page start = await manager.Get($"/improvement/{kind}/new");
        Assert.Equal((200, title), (start.Status, start.Title));
        string wanted = kind switch
        {
            "decisions" => $"?wave={service.Waves[^1].Id}",
            "targets" => $"?service={service.Id}",
            _ => "?decision=",
        };
        string? href = null;
        // Other tests make waves too: it may stand on a later page.
        for (int p = 1; href is null && start.Document.QuerySelector("main tbody tr") is not null && p < 20; p++)
        {
            start = await manager.Get($"{start.Url.Split('?')[0]}?P={p}");
            href = start.Document.QuerySelector($"main tbody th a[href*='{wanted}']")?.GetAttribute("href");
        }
        Page form = await manager.Get(href!);
        Assert.Equal((200, title), (form.Status, form.Title));
        form.One("main form[method=post]");
        Assert.Equal(french, (await (await app.As(Role.Manager, "fr")).Get($"/improvement/{kind}/new")).Title);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task OriginsOfOtherOrganisations_AreNotOffered(string kind, string title, string _)
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        string path = $"/improvement/{kind}/new";
        // Nothing of another organisation is offered; a page with nothing to start from says what to do first.
        Page foreign = await (await app.AsForeigner()).Get(path);
        Assert.Equal((200, title), (foreign.Status, foreign.Title));
        Guid[] own = [.. service.Waves.Select(w => w.Id), service.Id];
        Assert.DoesNotContain(foreign.Document.QuerySelectorAll("main a"), a =>
            own.Any(id => a.GetAttribute("href")!.Contains($"{id}", StringComparison.Ordinal)));
        // What it has of its own depends on the tests that ran before: rows, only waves with too few answers, or nothing.
        Assert.True(foreign.Document.QuerySelector("main tbody tr, main .panel li a, .empty a[href]") is not null, foreign.Text);
    }

    [Fact]
    public async Task BeginningOfSomethingElse_Is404() =>
        Assert.Equal(404, (await (await app.As(Role.Manager)).Get("/improvement/start/wish")).Status);

    [Fact]
    public async Task WavesWithTooFewAnswers_StandApart_WithWhy()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Wave bare = await WaveData.AddAsync(app);
        Browser manager = await app.As(Role.Manager);
        Page page = await manager.Get("/improvement/start/decision");
        // Other tests measure services too: the one looked for may be on any page of the list.
        Page measured = page;
        for (int p = 2; p < 20 && measured.Document.QuerySelector($"main tbody th a[href$='{service.Waves[^1].Id}']") is null; p++)
            measured = await manager.Get($"/improvement/start/decision?P={p}");
        Assert.NotNull(measured.Document.QuerySelector($"main tbody th a[href$='{service.Waves[^1].Id}']"));
        string row = $"main li:has(> a[href='/collection/waves/{bare.Id}'])";
        for (int p = 1; p < 20 && page.Document.QuerySelector(row) is null; p++)
            page = await manager.Get($"/improvement/start/decision?P={p}");
        Assert.Contains("(0 answers)", page.One(row).TextContent);
        Assert.Contains("Below 5 answers no figure is shown.", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll($"main tbody a[href$='{bare.Id}']"));
    }

    [Fact]
    public async Task EmptyInstallation_SaysWhatToDoFirst()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Browser first = fresh.Browser();
        await (await first.Get(await fresh.SetupPathAsync())).Submit(new()
        {
            ["Input.OrganisationEn"] = "Government",
            ["Input.OrganisationFr"] = "Gouvernement",
            ["Input.DisplayName"] = "A. First",
            ["Input.Email"] = "first@gov.example",
            ["Input.Password"] = TestApp.Password,
            ["Input.Start"] = "Empty",
        });
        (string, string)[] nexts = [("decisions", "/collection"), ("targets", "/collection"), ("actions", "/improvement/start/decision")];
        foreach (var (kind, next) in nexts)
            Assert.Equal(next, (await first.Get($"/improvement/{kind}/new")).One(".empty a").GetAttribute("href"));
    }
}
