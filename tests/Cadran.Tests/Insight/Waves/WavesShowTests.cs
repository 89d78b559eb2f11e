using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

/// <summary>The results of a wave: every figure as a table, in both languages, groups and small numbers.</summary>
public sealed class WavesShowTests(TestApp app)
{
    [Fact]
    public async Task EveryFigure_IsATable()
    {
        Guid wave = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Page page = await (await app.As(Role.Executive)).Get($"/insight/waves/{wave}");
        Assert.Equal(200, page.Status);
        Assert.Equal(["scores", "distribution", "numbers", "importance", "matrix", "thresholds", "fails-alone", "no-answer"],
            page.Document.QuerySelectorAll("figure").Select(f => f.Id));
        Assert.Equal(["bars-interval", "distribution", "bars-interval", "bars-interval", "matrix", "thresholds", "bars-interval"],
            page.Document.QuerySelectorAll("table[data-chart]").Select(t => t.GetAttribute("data-chart")));
        var overall = page.Document.QuerySelector("#scores tbody tr td[data-as=value]")!;
        Assert.Equal("70.4", overall.TextContent.Trim());
        Assert.Equal(70.3977305060663, double.Parse(overall.GetAttribute("data-value")!), 1e-9);
        Assert.Equal(68.0967563855734, double.Parse(overall.GetAttribute("data-low")!), 1e-9);
        Assert.Contains("1,193", page.Text);
        Assert.Contains("cannot put all drivers in order", page.Text);
        Assert.Contains("5 strata, 50 clusters, 45 degrees of freedom", page.Text);
        Assert.Contains("Open link: nobody knows who chose to answer", page.Text);
        Assert.Contains("most often Timeliness", page.Text);
    }

    [Fact]
    public async Task Page_InFrench()
    {
        Guid wave = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Page page = await (await app.As(Role.Executive, "fr")).Get($"/insight/waves/{wave}?by=channel");
        Assert.Equal(200, page.Status);
        Assert.Equal("70,4", page.Document.QuerySelector("#scores td[data-as=value]")!.TextContent.Trim());
        Assert.Contains("Ce qui explique la satisfaction", page.Text);
        Assert.DoesNotContain("What drives", page.Text);
    }

    [Fact]
    public async Task Groups_AreSwitchedByTheAddress_AndSmallOnesGiveTheReason()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await AddAsync(wave.Id, 20, "online");
        await AddAsync(wave.Id, 3, "phone");
        await AddAsync(wave.Id, 9, "post");
        Page page = await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}?by=channel");
        var rows = page.Document.QuerySelectorAll("#groups tbody tr")
            .Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(3, rows.Count);
        Assert.StartsWith("Online", rows[0]);
        Assert.Equal("Telephone Fewer than 5 people answered", rows[1]);
        Assert.Equal("Postal mail Withheld so that a smaller group cannot be worked out", rows[2]);
        Assert.Contains("Telephone: withheld", page.Text);
        Assert.DoesNotContain("Telephone 3", page.Text);
        Page csv = await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}/table?figure=groups&by=channel");
        Assert.Contains("Telephone,Fewer than 5 people answered,,,", csv.Html);
        Page unknown = await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}?by=nothing");
        Assert.Equal(200, unknown.Status);
    }

    [Fact]
    public async Task FewerThanFive_ShowTheReasonOnly()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        Assert.Contains("Results appear here with the first 5 responses", (await analyst.Get($"/insight/waves/{wave.Id}")).Text);
        for (int i = 0; i < 4; i++) await app.Services.GetRequiredService<ResponseStore>()
            .SubmitAsync(WaveData.Response(wave.Id, """{"overall":4}"""), SubmissionKey.New());
        Page page = await analyst.Get($"/insight/waves/{wave.Id}");
        Assert.Contains("Fewer than 5 people answered", page.Text);
        Assert.EndsWith("· 4 responses", page.One(".head .sub").TextContent.Trim(),
            StringComparison.Ordinal); // not the days: the first is that of one person
        Assert.Empty(page.Document.QuerySelectorAll("table"));
        Assert.Equal(404, (await analyst.Get($"/insight/waves/{wave.Id}/table?figure=scores")).Status);
        Assert.Equal(404, (await analyst.Get($"/insight/waves/{wave.Id}/reproduce/scores/data")).Status);
    }

    [Fact]
    public async Task Figure_DownloadsAsCsv()
    {
        Guid wave = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Page csv = await (await app.As(Role.Auditor)).Get($"/insight/waves/{wave}/table?figure=importance");
        string[] lines = csv.Html.TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("Driver,\"Importance (LMG), %\",\"Importance (LMG), %: lower limit\"", lines[0]);
        string[] first = lines[1].Split(',');
        Assert.Equal("Timeliness", first[0]);
        // Rows lie in random order, so the last digits of a sum differ from run to run.
        Assert.Equal(23.5134756861071, double.Parse(first[1], System.Globalization.CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(404, (await (await app.As(Role.Auditor)).Get($"/insight/waves/{wave}/table?figure=nothing")).Status);
    }

    private async Task AddAsync(Guid waveId, int people, string channel, string? comment = null)
    {
        string said = comment is null ? "" : $",\"improve\":{System.Text.Json.JsonSerializer.Serialize(comment)}";
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
            Enumerable.Range(0, people).Select(i =>
                WaveData.Response(waveId, $$"""{"overall":{{1 + i % 5}},"time":{{1 + i * 3 % 5}}{{said}}}""", channel)));
    }
}
