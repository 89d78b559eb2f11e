using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Statistics.Drivers;
using Cadran.Tests.Collection;
using Cadran.Tests.Improvement;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Reporting;

/// <summary>The service page and its report: the same evidence, in both languages, on screen and as files.</summary>
public sealed class ServiceReportTests(TestApp app)
{
    [Fact]
    public async Task ServicePage_TellsTheChainFromTheEvidence()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page page = await (await app.As(Role.Executive)).Get($"/catalogue/services/{service.Id}");
        Assert.Equal("Measured <b>service</b>", page.Title);
        Assert.Equal(7, page.Document.QuerySelectorAll("ol.chain > li").Length);
        Assert.Contains("1,200 responses", page.Text);
        Assert.Contains($"Wave {service.Waves[^1].Name}", page.Text);
        Assert.Equal(service.Waves.Count, page.Document.QuerySelectorAll("table[data-chart=trend] td[data-as=score][data-value]").Length);
        Assert.Contains("the one planned comparison, not adjusted", page.Text);
        Assert.Contains("Importance and priority: the ", page.Text);
        // A place is called firm, or not, by the rule of the matrix, in the list as in the table.
        using IServiceScope scope = app.Services.CreateScope();
        EvidenceReader evidence = scope.ServiceProvider.GetRequiredService<EvidenceReader>();
        IReadOnlyList<DecisionEvidence> drivers = await evidence.OfAsync(service.Waves[^1], CancellationToken.None);
        Assert.Contains(drivers, d => !d.Firm);
        string listed = page.One(".four").TextContent;
        foreach (DecisionEvidence driver in drivers.Where(d => d.Quadrant is Quadrant.ImproveFirst or Quadrant.Maintain))
        {
            bool notFirm = listed.Contains(driver.Label.En + " (not firm)", StringComparison.Ordinal);
            Assert.Equal((driver.Driver, !driver.Firm), (driver.Driver, notFirm));
        }
    }

    [Fact]
    public async Task ServicePage_WithoutWaves_SaysWhatToDoFirst()
    {
        Guid id = await app.Db(async db =>
        {
            var service = Service.Create(app.OrganisationA, "UNMEASURED", new("Never measured", ""));
            db.Services.Add(service);
            await db.SaveChangesAsync();
            return service.Id;
        });
        Page page = await (await app.As(Role.Manager, "fr")).Get($"/catalogue/services/{id}");
        Assert.Contains("Aucune vague encore", page.Text);
        Assert.Equal("en", page.One("h1 [lang]").GetAttribute("lang")); // no French name: the English one says so
        Assert.Contains("étape 1 sur 9", page.Text.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task ServicePage_WithAnOpenWave_SaysSoAndLeadsToIt()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page page = await (await app.As(Role.Manager)).Get($"/catalogue/services/{wave.ServiceId}");
        Assert.Contains("wave open", page.One("ol.chain > li:first-child").TextContent, StringComparison.Ordinal);
        Assert.Contains($"Wave {wave.Name}", page.One(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/collection/waves/{wave.Id}", page.One(".empty a").GetAttribute("href"));
        Assert.DoesNotContain("No wave yet", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Evidence chain")]
    [InlineData("fr", "Chaîne de preuve")]
    public async Task ReportAsHtml_StandsAlone(string language, string chain)
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page file = await (await app.As(Role.Executive)).Get($"/reporting/services/{service.Id}/file?format=html&language={language}");
        Assert.Equal(language, file.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(chain, file.One("ol.chain").GetAttribute("aria-label"));
        Assert.Empty(file.Document.QuerySelectorAll("script, link[rel=stylesheet]"));
        Assert.Contains(".chain", file.One("style").TextContent);
        Assert.Empty(file.Document.QuerySelectorAll("a")); // a file has no server to follow a link to
        Assert.Contains(service.Waves[^1].Name, file.One("ol.chain > li:first-child").TextContent);
        // What the page says of each link of the chain, figures included, the file says too.
        Page page = await (await app.As(Role.Executive, language)).Get($"/reporting/services/{service.Id}");
        Assert.Equal(Links(page), Links(file));

        static IEnumerable<string> Links(Page shown) => shown.Document.QuerySelectorAll("ol.chain > li:not(.missing)")
            .Select(link => string.Join(' ', link.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData(8, "en", null)]
    [InlineData(9, "en", "and 1 other, on the results page")]
    [InlineData(11, "en", "and 3 others, on the results page")]
    [InlineData(11, "fr", "et 3 autres, sur la page des résultats")]
    public async Task Report_OfManyDrivers_PrintsEight_AndSaysHowManyItLeavesOut(int drivers, string language, string? leftOut)
    {
        ManyDrivers service = await ManyDrivers.MakeAsync(app, drivers);
        Browser reader = await app.As(Role.Executive, language);
        string address = $"/reporting/services/{service.Before.ServiceId}";
        foreach (string path in new[] { address, $"{address}/file?format=html&language={language}" })
        {
            Page report = await reader.Get(path);
            AngleSharp.Dom.IElement table = report.Document.QuerySelectorAll("table").Single(t =>
                t.QuerySelector("caption")?.TextContent.Contains("n = 160", StringComparison.Ordinal) == true);
            Assert.Equal(drivers, table.QuerySelectorAll("tbody tr").Length);
            Assert.Equal(8, table.QuerySelectorAll("tbody tr:not(.no-print)").Length);
            Assert.Equal(leftOut is null ? [] : [leftOut], report.Document.QuerySelectorAll("p.print-only").Select(p => p.TextContent));
        }
        // Nothing is left out of the figures for a spreadsheet.
        string file = (await reader.Get($"{address}/file?format=csv&language={language}")).Html;
        string word = language == "fr" ? "Facteur d" : "Driver d";
        Assert.Equal(2 * drivers, file.Split("\r\n").Count(line => line.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ReportAsCsv_GuardsFormulas()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page file = await (await app.As(Role.Executive)).Get($"/reporting/services/{service.Id}/file?format=csv&language=en");
        string[] lines = file.Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Section,Name,Measure,Value", lines[0].TrimStart('\uFEFF'));
        Assert.Equal(4, lines.Count(l => l.StartsWith("Wave,", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l.Split(',').Any(cell => cell is ['=' or '@', ..]));
    }

    [Fact]
    public async Task Report_InAnUnknownFormat_Is404()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page file = await (await app.As(Role.Executive)).Get($"/reporting/services/{service.Id}/file?format=exe&language=en");
        Assert.Equal(404, file.Status);
    }
}
