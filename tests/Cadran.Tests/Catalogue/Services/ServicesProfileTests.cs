using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Catalogue;

/// <summary>The profile of a service tells the kinds of volume apart.</summary>
public sealed class ServicesProfileTests(TestApp app)
{
    [Fact]
    public async Task Profile_TellsTheKindsOfVolumeApart()
    {
        const string Year = "1999-2000";
        Service service = Service.Create(app.OrganisationA, "p" + Guid.NewGuid().ToString("N")[..12], new("Profiled", "Décrit"));
        service.Report(Year, service.Name, service.Description, service.Profile);
        foreach (ReportedVolume volume in (ReportedVolume[])
            [new("website", Reported.Value, 1_234_567_890), new("phone", Reported.NoData, null), new("fax", Reported.NotApplicable, null)])
            service.Volumes.Add(ServiceVolume.Of(service.Id, Year, volume));
        await app.Db(async db =>
        {
            db.Add(service);
            await db.SaveChangesAsync();
        });
        Page page = await (await app.As(Role.Executive)).Get($"/catalogue/services/{service.Id}/profile");
        string[] rows =
        [
            .. page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
                .Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))),
        ];
        Assert.Contains("Visits to the website|1,234,567,890", rows);
        Assert.Contains("Applications by telephone|No data", rows);
        Assert.Contains("Applications by fax|Not applicable", rows);
        Assert.Contains("Applications by mail|Not reported", rows);
    }
}
