using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>The list of services: searched in both languages, filtered, and paged by key.</summary>
public sealed class CatalogueIndexTests(TestApp app)
{
    [Fact]
    public async Task Search_IgnoresAccentsAndCapitals_InBothLanguages()
    {
        string mark = Mark();
        await AddServiceAsync($"Zebra permits {mark}", $"Permis de zèbre à l’été {mark}");
        Browser browser = await app.As(Role.Executive);
        foreach (string words in (string[])["zebra PERMITS", "zebre ETE", "Zèbre l'été"])
        {
            Page page = await browser.Get($"/catalogue?Q={Uri.EscapeDataString($"{words} {mark}")}");
            Assert.Contains($"Zebra permits {mark}", page.Text);
        }
        Assert.Contains("No service matches", (await browser.Get($"/catalogue?Q=zebra+lion+{mark}")).Text);
        Page foreign = await (await app.AsForeigner()).Get($"/catalogue?Q={mark}");
        Assert.DoesNotContain(mark, foreign.Document.QuerySelector("#results")?.TextContent ?? "");
    }

    [Fact]
    public async Task Pages_ForwardAndBackByKey_ThroughEveryServiceOnce()
    {
        string mark = Mark();
        await app.Db(async db =>
        {
            for (int i = 0; i < 120; i++) db.Add(Service.Create(app.OrganisationA, $"{mark}-{i}", new($"Paged {mark} {i % 40:D2}", "")));
            await db.SaveChangesAsync();
        });
        Browser browser = await app.As(Role.Executive);
        Page page = await browser.Get($"/catalogue?Q={mark}");
        Assert.Contains("120 services", page.Text);
        var first = Codes(page);
        page = await page.Follow("Next");
        var second = Codes(page);
        page = await page.Follow("Next");
        var third = Codes(page);
        Assert.Equal((50, 50, 20), (first.Count, second.Count, third.Count));
        Assert.Equal(120, first.Concat(second).Concat(third).Distinct().Count());
        page = await page.Follow("Previous");
        Assert.Equal(second, Codes(page));
        page = await page.Follow("Previous");
        Assert.Equal(first, Codes(page));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), a => a.TextContent == "Previous");
    }

    [Fact]
    public async Task Filter_ByChannelInUse()
    {
        string mark = Mark();
        Service used = await AddServiceAsync($"Faxed {mark}"), unused = await AddServiceAsync($"Never faxed {mark}");
        Service unknown = await AddServiceAsync($"Perhaps faxed {mark}");
        await app.Db(async db =>
        {
            db.AddRange(Fax(used, Reported.Value, 12), Fax(unused, Reported.Value, 0), Fax(unknown, Reported.NoData, null));
            await db.SaveChangesAsync();
        });
        Page page = await (await app.As(Role.Executive)).Get($"/catalogue?Channel=fax&Q={mark}");
        Assert.Equal([used.Code], Codes(page));

        static ServiceVolume Fax(Service service, Reported state, long? count) =>
            ServiceVolume.Of(service.Id, "2025-2026", new ReportedVolume("fax", state, count));
    }

    private async Task<Service> AddServiceAsync(string english, string french = "")
    {
        var service = Service.Create(app.OrganisationA, Mark(), new(english, french));
        await app.Db(async db => { db.Add(service); await db.SaveChangesAsync(); });
        return service;
    }

    private static List<string> Codes(Page page) =>
        [.. page.Document.QuerySelectorAll("#results tbody th small").Select(c => c.TextContent.Trim())];

    private static string Mark() => "m" + Guid.NewGuid().ToString("N")[..12];
}
