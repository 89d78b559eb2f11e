using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>What an import found, with place, meaning and what to do.</summary>
public sealed class InventoryOutcomeTests(TestApp app)
{
    private readonly string mark = "i" + Guid.NewGuid().ToString("N")[..10];

    [Fact]
    public async Task Rules_AreListedWithWhatTheyMeanAndWhatToDo()
    {
        Page preview = await Send(Inventory().Service("1", phone: "twelve").Services);
        var row = Assert.Single(preview.Document.QuerySelectorAll("[aria-label=Rules] tbody tr"),
            r => r.QuerySelector("a[href*=not-a-number]") is not null);
        Assert.Equal("A volume is a whole number, ND or NA.", row.QuerySelector("th a")!.TextContent);
        Assert.Contains("Write a number without spaces", row.TextContent);
        Page one = await preview.Browser.Get(preview.Url + "?Rule=not-a-number");
        Assert.Equal("1 finding", one.One("#list caption").TextContent);
        Page french = await (await app.As(Role.Analyst, "fr")).Get(preview.Url);
        Assert.Contains("Un volume est un nombre entier, ND ou NA.", french.Text);
    }

    [Fact]
    public async Task ServiceOfAnotherOrganisation_IsAFinding_NotATakeover()
    {
        Guid theirs = await app.Db(async db =>
        {
            var service = Service.Create(app.OrganisationB, $"{mark}-1", new("Theirs", "Le leur"));
            db.Add(service);
            await db.SaveChangesAsync();
            return service.Id;
        });
        InventoryText inventory = Inventory().Service("1").Service("2", org: "B").Standard("1", "s1");
        Page preview = await Send(inventory.Services, inventory.Standards);
        Assert.Equal([("Services", "2 0 0 0 2"), ("Standards", "1 0 0 0 1")], Counts(preview));
        Assert.Contains($"The service number {mark}-1 belongs to …", preview.Text);
        Assert.Contains("The organisation B is not below the one you import for.", preview.Text);
        Assert.Equal("Theirs", await app.Db(db => db.Services.Where(s => s.Id == theirs).Select(s => s.Name.En).FirstAsync()));
    }

    [Fact]
    public async Task BadRows_AreRejectedWithTheirPlace_AndGoodOnesImported()
    {
        InventoryText inventory = Inventory().Service("1").Service("1").Service("2", phone: "twelve")
            .Service("3", address: "javascript:alert(1)").Standard("1", "s1", target: "most").Standard("9", "s2");
        Page preview = await Send(inventory.Services, inventory.Standards);
        Assert.Equal([("Services", "4 2 0 0 2"), ("Standards", "2 0 0 0 2")], Counts(preview));
        Assert.Contains("“twelve” is neither a whole number nor ND or NA.", preview.Text);
        Assert.Contains("The target “most” is not a number.", preview.Text);
        Assert.Contains("Row 2 already reports this for the same year.", preview.Text);
        await Finished(await preview.Submit());
        Service third = (await Services()).Single(s => s.Code.EndsWith("-3", StringComparison.Ordinal));
        Page profile = await (await app.As(Role.Analyst)).Get($"/catalogue/services/{third.Id}/profile");
        Assert.Contains("javascript:alert(1)", profile.Text);
        Assert.DoesNotContain(profile.Document.QuerySelectorAll("a[href]"),
            a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Findings_AreFilteredAndDownloaded_GuardedAgainstFormulas()
    {
        InventoryText inventory = Inventory().Service("1", phone: "=1+1").Service("2", channels: "EML", total: "0");
        Page preview = await Send(inventory.Services);
        Page errors = await preview.Browser.Get(preview.Url + "?Severity=Error");
        Assert.Equal("1 finding", errors.One("#list caption").TextContent);
        var asked = new HttpRequestMessage(HttpMethod.Get, preview.Url + "?handler=Findings");
        using HttpResponseMessage file = await preview.Browser.Raw(asked);
        string csv = await file.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(csv.Split(',', '\n'), cell => cell.Length > 0 && "=+-@".Contains(cell[0]));
        Page french = await (await app.As(Role.Analyst, "fr")).Get(preview.Url);
        Assert.Contains("« =1+1 » n’est ni un nombre entier, ni ND, ni NA.", french.Text.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Findings_AreShownFiftyToAPage()
    {
        InventoryText inventory = Inventory();
        for (int i = 0; i < 60; i++) inventory.Service($"{i}", phone: "many");
        Page first = await Send(inventory.Services);
        Assert.Equal("60 findings", first.One("#list caption").TextContent.Trim());
        Assert.Equal(50, first.Document.QuerySelectorAll("#list tbody tr").Length);
        Page second = await first.Follow("Next");
        Assert.Equal(10, second.Document.QuerySelectorAll("#list tbody tr").Length);
        Assert.Contains($"{mark}-59", second.One("#list tbody tr:last-child").TextContent);
    }

    private InventoryText Inventory() => new(mark, $"{mark}-org");

    private Task<List<Service>> Services() =>
        app.Db(db => db.Services.AsNoTracking().Include(s => s.Volumes)
            .Where(s => s.Code.StartsWith(mark)).OrderBy(s => s.Code).ToListAsync());

    private async Task<Page> Send(params byte[][] files) =>
        await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA, files);

    private static Task<Page> Finished(Page page) => InventoryUpload.Finished(page);

    private static List<(string, string)> Counts(Page page) =>
    [
        .. from row in page.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr")
           let counts = row.QuerySelectorAll("td").Select(c => c.FirstChild!.TextContent.Trim())
           select (row.QuerySelector("th")!.FirstChild!.TextContent.Trim(), string.Join(' ', counts)),
    ];
}
