using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>The register is cut into pages and by state where it lies.</summary>
public sealed class ImprovementIndexTests(TestApp app)
{
    private const int Many = 53;

    [Fact]
    public async Task EachList_HasPagesOfItsOwn()
    {
        Wave wave = await MeasuredAsync();
        await app.Db(async db =>
        {
            for (int i = 0; i < Many; i++)
            {
                Decision decision = Recorded.Decision(wave, WaveData.Today.AddDays(-i % 9), "overall", new($"Decision {i:00}", ""));
                db.AddRange(decision, Recorded.Action(decision, "overall", new($"Action {i:00}", "")));
            }
            await db.SaveChangesAsync();
        });
        string address = $"/improvement?service={wave.ServiceId}";
        Browser reader = await app.As(Role.Executive);
        Page first = await reader.Get(address);
        Assert.Equal([50, 50], Rows(first)[..2]);
        Assert.Contains($"Decisions ({Many})", first.Text);
        Assert.Contains("1 to 50 of 53", first.Text);
        Page second = await reader.Get(first.Document.QuerySelectorAll("nav.pager a[rel=next]")[1].GetAttribute("href")!);
        Assert.Equal([50, 3], Rows(second)[..2]);
        int[] last = Rows(await reader.Get(address + "&actionsPage=2"));
        Assert.Equal([3, 50], last[..2]);
        int[] beyond = Rows(await reader.Get(address + "&actionsPage=99"));
        Assert.Equal([3, 50], beyond[..2]);
        string[] titles = [.. Titles(first, 0), .. Titles(await reader.Get(address + "&actionsPage=2"), 0)];
        Assert.Equal(Many, titles.Distinct().Count());
    }

    [Theory]
    [InlineData(ActionState.Approved, "Waiting")]
    [InlineData(ActionState.InProgress, "Begun")]
    [InlineData(ActionState.Delivered, "Done")]
    [InlineData(ActionState.Abandoned, "Given up")]
    public async Task State_IsAskedOfTheDatabase(ActionState state, string title)
    {
        Wave wave = await MeasuredAsync();
        await app.Db(async db =>
        {
            Decision decision = Recorded.Decision(wave, WaveData.Today.AddDays(-5));
            string[] titles = ["Waiting", "Begun", "Done", "Given up"];
            ImprovementAction[] actions = [.. titles.Select(t => Recorded.Action(decision, "overall", new(t, "")))];
            actions[1].Start(WaveData.Today.AddDays(-3), decision, Recorded.Somebody, TestApp.Now);
            actions[2].Deliver(WaveData.Today.AddDays(-3), decision, Recorded.Somebody, TestApp.Now);
            actions[3].Abandon(new("No money.", ""), Recorded.Somebody, TestApp.Now);
            db.Add(decision);
            db.AddRange(actions.AsEnumerable());
            await db.SaveChangesAsync();
        });
        Page page = await (await app.As(Role.Executive)).Get($"/improvement?service={wave.ServiceId}&state={state}");
        Assert.Equal([title], Titles(page, 0));
    }

    private Task<Wave> MeasuredAsync() => WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-60), closes: WaveData.Today.AddDays(-50));

    private static int[] Rows(Page page) =>
        [.. page.Document.QuerySelectorAll("main table tbody").Select(t => t.QuerySelectorAll("th[scope=row]").Length)];

    private static string[] Titles(Page page, int table) =>
        [.. page.Document.QuerySelectorAll("main table tbody")[table].QuerySelectorAll("th[scope=row]").Select(t => t.TextContent.Trim())];

    [Fact]
    public async Task LateAndMine_AreAskedOfTheDatabase_AndTheFileHasTheSame()
    {
        Wave wave = await MeasuredAsync();
        Person manager = await app.PersonAsync(Role.Manager);
        Decision decision = Recorded.Decision(wave, WaveData.Today.AddDays(-5));
        ImprovementAction Opened(string title, int due, Guid? owner) => ImprovementAction.Open(decision, new(title, ""), LocalText.Empty,
            owner is null ? "L. Tremblay" : "P. Erson", WaveData.Today.AddDays(due), "overall", 5, ["overall"], Recorded.Somebody,
            TestApp.Now, ownerId: owner);
        await app.Db(async db =>
        {
            db.AddRange(decision, Opened("Late and mine", -3, manager.Id), Opened("Late", -1, null), Opened("Mine", 9, manager.Id));
            await db.SaveChangesAsync();
        });
        Browser browser = await app.As(manager.Email);
        string address = $"/improvement?service={wave.ServiceId}";
        Page all = await browser.Get(address);
        Assert.Equal(["Late and mine", "Late", "Mine"], Titles(all, 0));
        string[] rows = [.. all.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Select(r => r.TextContent)];
        Assert.Equal([false, true, false], rows.Select(r => r.Contains("no account", StringComparison.Ordinal)));
        Assert.Equal([true, true, false], rows.Select(r => r.Contains("overdue", StringComparison.Ordinal)));
        Assert.Equal(["Late and mine", "Late"], Titles(await browser.Get(address + "&Late=true"), 0));
        Assert.Equal(["Late and mine", "Mine"], Titles(await browser.Get(address + "&Mine=true"), 0));
        Assert.Equal(["Late", "Late and mine", "Mine"], Titles(await browser.Get(address + "&Sort=Owner"), 0));
        string file = (await browser.Get(address + "&Late=true&Mine=true&handler=Csv")).Html;
        string[] actions = [.. file.Split("\r\n").Where(l => l.StartsWith("Action,", StringComparison.Ordinal))];
        Assert.StartsWith("Action,Late and mine,", Assert.Single(actions));
        Assert.Single(file.Split("\r\n"), l => l.StartsWith("Decision,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AService_IsSearchedByItsNameOrNumber_AndNotChosenAmongThousands()
    {
        Wave wave = await MeasuredAsync();
        string name = await app.Db(db => Task.FromResult(db.Services.Where(s => s.Id == wave.ServiceId).Select(s => s.Name.En).Single()));
        await app.Db(async db =>
        {
            db.Add(Recorded.Decision(wave, WaveData.Today.AddDays(-5), title: new("Found by name", "")));
            await db.SaveChangesAsync();
        });
        Page page = await (await app.As(Role.Executive)).Get("/improvement?Q=" + Uri.EscapeDataString(name));
        Assert.Equal(["Found by name"], Titles(page, 1));
        Assert.All(page.Document.QuerySelectorAll("select"), s => Assert.InRange(s.QuerySelectorAll("option").Length, 1, 20));
    }

    [Fact]
    public async Task WhoMayImprove_IsOfferedEachBeginning()
    {
        const string link = "main a[href^='/improvement/start/']";
        Assert.Equal(3, (await (await app.As(Role.Manager)).Get("/improvement")).Document.QuerySelectorAll(link).Length);
        Assert.Empty((await (await app.As(Role.Executive)).Get("/improvement")).Document.QuerySelectorAll(link));
    }

    [Fact]
    public async Task EntriesOfOtherOrganisations_AreNotListed()
    {
        await app.DecideAsync("For access");
        Assert.DoesNotContain("For access", (await (await app.AsForeigner()).Get("/improvement")).Text);
    }
}
