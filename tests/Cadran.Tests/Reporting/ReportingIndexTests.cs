using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Reporting;

/// <summary>The list of reports: one for each service that has a wave, of the organisations one may read.</summary>
public sealed class ReportingIndexTests(TestApp app)
{
    [Fact]
    public async Task ServiceWithAWave_LeadsToItsReport()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page found = await FindAsync(await app.As(Role.Executive), service.Id);
        Assert.NotNull(found.Document.QuerySelector(Link(service.Id)));
    }

    [Fact]
    public async Task ServiceOfAnotherOrganisation_IsNotListed()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page found = await FindAsync(await app.AsForeigner(), service.Id);
        Assert.Null(found.Document.QuerySelector(Link(service.Id)));
    }

    [Fact]
    public async Task TheList_TellsScoreAndLate_AndIsFilteredAndSavedAsAFile()
    {
        string code = Guid.NewGuid().ToString("N")[..10];
        var own = Organisation.Create(code, new("Agency " + code, ""), app.Government);
        await app.Db(async db => { db.Add(own); return await db.SaveChangesAsync(); });
        DateOnly today = WaveData.Today;
        Wave late = await WaveData.AddAsync(app, opens: today.AddDays(-60), closes: today.AddDays(-50), organisationId: own.Id);
        Wave fine = await WaveData.AddAsync(app, opens: today.AddDays(-60), closes: today.AddDays(-50), organisationId: own.Id);
        Decision decision = Recorded.Decision(late, WaveData.Today.AddDays(-40));
        await app.Db(async db =>
        {
            db.AddRange(decision, ImprovementAction.Open(decision, new("A", ""), LocalText.Empty, "O", today.AddDays(-1), "overall", 5,
                ["overall"], Recorded.Somebody, TestApp.Now));
            return await db.SaveChangesAsync();
        });
        Browser reader = await app.As((await app.PersonAsync(Role.Executive, own.Id)).Email);
        Assert.Equal(2, Rows(await reader.Get("/reporting")));
        Page only = await reader.Get("/reporting?Late=true");
        Assert.NotNull(only.Document.QuerySelector(Link(late.ServiceId)));
        Assert.Null(only.Document.QuerySelector(Link(fine.ServiceId)));
        Assert.Equal("1", only.One("main tbody .tag.warn").TextContent);
        string file = (await reader.Get("/reporting?Late=true&handler=Csv")).Html;
        Assert.Equal(2, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        static int Rows(Page page) => page.Document.QuerySelectorAll("main tbody tr").Length;
    }

    // Other tests measure services too: the one looked for may be on any page of the list.
    private static async Task<Page> FindAsync(Browser reader, Guid service)
    {
        Page page = await reader.Get("/reporting");
        while (page.Document.QuerySelector(Link(service)) is null
            && page.Document.QuerySelector("nav.pager a[rel=next]")?.GetAttribute("href") is { } next)
            page = await reader.Get(next);
        return page;
    }

    private static string Link(Guid service) => $"main a[href='/reporting/services/{service}']";
}
