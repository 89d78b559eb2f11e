using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

/// <summary>What pages say of an explanation: its line, its base, that it is provisional, and why there is none.</summary>
public sealed class ExplainPageTests(TestApp app)
{
    [Fact]
    public async Task FixedLine_IsAChoice_ThatTheMatrixAndItsFileFollow()
    {
        Guid wave = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Browser reader = await app.As(Role.Executive);
        Page page = await reader.Get($"/insight/waves/{wave}");
        Assert.Equal("Mean of the drivers",
            page.Document.QuerySelector("nav[aria-label='Line between low and high scores'] a[aria-current]")!.TextContent);
        Page at75 = await reader.Get($"/insight/waves/{wave}?line=75");
        Assert.Equal("75", at75.Document.QuerySelector("#matrix table")!.GetAttribute("data-score-at"));
        Assert.Contains("Lines at the mean importance of the drivers and at a score of 75.", at75.Text);
        Assert.Contains("line=75", at75.Document.QuerySelector("#matrix .files a")!.GetAttribute("href"));
        Page file = await reader.Get($"/insight/waves/{wave}/table?figure=matrix&line=75");
        Assert.Contains("Improve first", file.Text);
        // A line that is not offered is the mean.
        Assert.Contains("the mean score of the drivers", (await reader.Get($"/insight/waves/{wave}?line=33")).Text);
    }

    [Fact]
    public async Task BaseAndCost_AreSaid()
    {
        Guid wave = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Page page = await (await app.As(Role.Executive)).Get($"/insight/waves/{wave}");
        Assert.Contains("Adjusted for what chance explains, ", page.Text);
        Assert.Matches("This is of 894 of the 1,[0-9]{3} people who rated overall satisfaction", page.Text);
        Assert.Contains("costs most:", page.Text);
        Assert.Equal("People it costs", page.Document.QuerySelectorAll("#importance thead th")[^1].TextContent);
        Page french = await (await app.As(Role.Executive, "fr")).Get($"/insight/waves/{wave}");
        Assert.Contains("Cela porte sur 894 des", french.Text);
    }

    [Fact]
    public async Task OpenWave_IsProvisional_OnItsResultsAndInADecision()
    {
        Wave wave = await WaveData.AddAsync(app, SyntheticSurvey.Content, WaveData.Today.AddDays(-10), WaveData.Today.AddDays(10));
        await AnswerAsync(wave, 150);
        Browser manager = await app.As(Role.Manager);
        Page page = await manager.Get($"/insight/waves/{wave.Id}");
        Assert.Contains("Provisional: the wave is still open.", page.Document.QuerySelector("#matrix figcaption")!.TextContent);
        Page decision = await manager.Get($"/improvement/decisions/new?wave={wave.Id}");
        Assert.Contains("Provisional: the wave is still open.", decision.Text);
        Page closed = await manager.Get($"/insight/waves/{await SyntheticSurvey.AddWaveAsync(app, 1, "W1")}");
        Assert.DoesNotContain("Provisional", closed.Text);
    }

    [Fact]
    public async Task FewPeople_GiveNoDriversNoMatrixAndNoDecision()
    {
        Wave wave = await WaveData.AddAsync(app, SyntheticSurvey.Content, WaveData.Today.AddDays(-120), WaveData.Today.AddDays(-91));
        await AnswerAsync(wave, 40);
        Browser manager = await app.As(Role.Manager);
        Page page = await manager.Get($"/insight/waves/{wave.Id}");
        Assert.Null(page.Document.QuerySelector("#importance"));
        Assert.Null(page.Document.QuerySelector("#matrix"));
        Assert.Null(page.Document.QuerySelector("#fails-alone"));
        Assert.Contains("Drivers need 50 people who rated overall satisfaction and all of them, 10 for each driver; 40 did.", page.Text);
        Assert.Contains("This wave has no driver analysis", (await manager.Get($"/improvement/decisions/new?wave={wave.Id}")).Text);
        Page service = await manager.Get($"/catalogue/services/{wave.ServiceId}");
        Assert.Contains("Drivers need 50 people", service.Text);
        Page french = await (await app.As(Role.Manager, "fr")).Get($"/insight/waves/{wave.Id}");
        Assert.Contains("Il faut 50 personnes", french.Text);
    }

    private async Task AnswerAsync(Wave wave, int people) =>
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, people).Select(i =>
        {
            int[] ratings = [1 + i % 5, 1 + i / 2 % 5, 1 + i / 3 % 5, 1 + i / 5 % 5, 1 + i / 7 % 5];
            int overall = (int)Math.Clamp(Math.Round(ratings.Average()) + i % 2, 1, 5);
            return WaveData.Response(wave.Id, $$"""
                {"overall":{{overall}},"item-timeliness":{{ratings[0]}},"item-knowledge":{{ratings[1]}},
                 "item-courtesy":{{ratings[2]}},"item-fairness":{{ratings[3]}},
                 "item-outcome":{{ratings[4]}}}
                """);
        }));
}
