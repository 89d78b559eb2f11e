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
