using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

/// <summary>The waves with results, of the organisations one may read.</summary>
public sealed class InsightIndexTests(TestApp app)
{
    [Fact]
    public async Task Waves_WithResponses_OfReadableOrganisations()
    {
        Guid mine = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Wave empty = await WaveData.AddAsync(app);
        // Other tests leave waves too: the list has pages.
        string list = await AllAsync(await app.As(Role.Executive));
        Assert.Contains($"\"/insight/waves/{mine}\"", list);
        Assert.DoesNotContain($"\"/insight/waves/{empty.Id}\"", list);
        Assert.DoesNotContain($"\"/insight/waves/{mine}\"", await AllAsync(await app.AsForeigner()));

        static async Task<string> AllAsync(Browser browser)
        {
            Page page = await browser.Get("/insight");
            string all = page.Html;
            for (int p = 2; page.Document.QuerySelector("a[rel=next]") is not null; p++)
                all += (page = await browser.Get($"/insight?p={p}")).Html;
            return all;
        }
    }

    private async Task AddAsync(Guid waveId, int people, string channel, string? comment = null)
    {
        string said = comment is null ? "" : $",\"improve\":{System.Text.Json.JsonSerializer.Serialize(comment)}";
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
            Enumerable.Range(0, people).Select(i =>
                WaveData.Response(waveId, $$"""{"overall":{{1 + i % 5}},"time":{{1 + i * 3 % 5}}{{said}}}""", channel)));
    }
}
