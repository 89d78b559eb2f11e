using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Reporting;

/// <summary>The report of a service: the same evidence as its page, in both languages, on screen and as files.</summary>
public sealed class ServicesShowTests(TestApp app)
{
    private const string Deliver = "form[action$='handler=Deliver']";
    private const string Judge = "form[action$='handler=Judge']";
    private const string Abandon = "form[action$='handler=Abandon']";

    [Theory]
    [InlineData("en", "Evidence chain")]
    [InlineData("fr", "Chaîne de preuve")]
    public async Task Html_StandsAlone(string language, string chain)
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
    public async Task ManyDrivers_PrintsEight_AndSaysHowManyItLeavesOut(int drivers, string language, string? leftOut)
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
    public async Task Csv_GuardsFormulas()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page file = await (await app.As(Role.Executive)).Get($"/reporting/services/{service.Id}/file?format=csv&language=en");
        string[] lines = file.Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Section,Name,Measure,Value", lines[0].TrimStart('\uFEFF'));
        Assert.Equal(4, lines.Count(l => l.StartsWith("Wave,", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l.Split(',').Any(cell => cell is ['=' or '@', ..]));
    }

    [Fact]
    public async Task InAnUnknownFormat_Is404()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page file = await (await app.As(Role.Executive)).Get($"/reporting/services/{service.Id}/file?format=exe&language=en");
        Assert.Equal(404, file.Status);
    }

    [Fact]
    public async Task FrenchReport_ShowsFrench_OnceItIsWritten()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-40), closes: WaveData.Today.AddDays(-10));
        Decision decision = Recorded.Decision(wave, WaveData.Today.AddDays(-5), "time", new("Cut the queue", ""), new("Board", ""));
        ImprovementAction action = Recorded.Action(decision, "time", new("A second counter", ""));
        await app.Db(async db =>
        {
            db.AddRange(decision, action);
            await db.SaveChangesAsync();
        });
        Browser french = await app.As(Role.Manager, "fr");
        string file = $"/reporting/services/{wave.ServiceId}/file?language=fr";
        string[] places = [$"/catalogue/services/{wave.ServiceId}", file + "&format=html", file + "&format=csv"];
        foreach (string place in places) Assert.Contains("Cut the queue", (await french.Get(place)).Html);
        Page decided = await french.Get($"/improvement/decisions/{decision.Id}");
        await decided.Submit(new() { ["Texts.Title"] = "Raccourcir la file", ["Texts.Body"] = "Conseil" }, RegisterForms.Texts);
        Page opened = await french.Get($"/improvement/actions/{action.Id}");
        await opened.Submit(new() { ["Texts.Title"] = "Un second comptoir" }, RegisterForms.Texts);
        foreach (string place in places)
        {
            string shown = (await french.Get(place)).Html;
            Assert.Contains("Raccourcir la file", shown);
            Assert.Contains("Un second comptoir", shown);
            foreach (string english in new[] { "Cut the queue", "A second counter" }) Assert.DoesNotContain(english, shown);
        }
    }

    [Theory]
    [InlineData("fr", "Réduire l’attente <i>vite</i>"), InlineData("en", "Cut the wait <i>fast</i>")]
    public async Task LastDecision_IsToldInTheReadersLanguage_OnThePageAndInEachFile(string language, string title)
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-40), closes: WaveData.Today.AddDays(-10));
        LocalText both = new("Cut the wait <i>fast</i>", "Réduire l’attente <i>vite</i>");
        await app.Db(async db =>
        {
            db.Add(Recorded.Decision(wave, WaveData.Today.AddDays(-5), "time", both));
            await db.SaveChangesAsync();
        });
        Browser reader = await app.As(Role.Executive, language);
        string file = $"/reporting/services/{wave.ServiceId}/file?language={language}&format=";
        foreach (string path in new[] { $"/catalogue/services/{wave.ServiceId}", file + "html", $"/improvement?service={wave.ServiceId}" })
            Assert.Contains(title, (await reader.Get(path)).Text);
        Assert.Contains(title, (await reader.Get(file + "csv")).Html);
    }
}
