using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

/// <summary>Comments of a wave, from ten on, as text.</summary>
public sealed class WavesCommentsTests(TestApp app)
{
    [Fact]
    public async Task Comments_AppearFromTen_AsText()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        await AddAsync(wave.Id, 9, "online", """<b>shorter</b> waits, please""");
        Assert.Contains("No comments to show", (await analyst.Get($"/insight/waves/{wave.Id}/comments")).Text);
        wave = await WaveData.AddClosedAsync(app);
        await AddAsync(wave.Id, 9, "online", """<b>shorter</b> waits, please""");
        await app.Services.GetRequiredService<ResponseStore>()
            .SubmitAsync(WaveData.Response(wave.Id, """{"overall":4,"improve":"=1+1"}"""), SubmissionKey.New());
        Page page = await analyst.Get($"/insight/waves/{wave.Id}/comments");
        Assert.Equal(10, page.Document.QuerySelectorAll("blockquote").Length);
        Assert.Contains("<b>shorter</b> waits", page.Text);
        Assert.Equal("en", page.Document.QuerySelector("blockquote p")!.GetAttribute("lang"));
        Assert.Equal("10", (await analyst.Get($"/insight/waves/{wave.Id}")).Document.QuerySelector(".keyfigures a")!.TextContent);
    }

    private async Task AddAsync(Guid waveId, int people, string channel, string? comment = null)
    {
        string said = comment is null ? "" : $",\"improve\":{System.Text.Json.JsonSerializer.Serialize(comment)}";
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
            Enumerable.Range(0, people).Select(i =>
                WaveData.Response(waveId, $$"""{"overall":{{1 + i % 5}},"time":{{1 + i * 3 % 5}}{{said}}}""", channel)));
    }
}
