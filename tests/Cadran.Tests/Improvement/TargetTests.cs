using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Improvement;

/// <summary>The three readings of "10 %" where they are shown, and a target out of bounds refused in words.</summary>
public sealed class TargetTests(TestApp app)
{
    [Theory]
    [InlineData("en", "25% of the gap to 100, which is +16.7% relative or +10.0 points", "(25% of the gap to 100)",
        "Were the forms clear?")]
    [InlineData("fr", "25 % de l’écart à 100, soit +16,7 % relatif ou +10,0 points", "(25 % de l’écart à 100)",
        "Les formulaires étaient-ils clairs ?")]
    public async Task GapClosure_FromSixty_IsSeventyEverywhere(string language, string readings, string brief, string question)
    {
        Wave wave = await SixtyAsync();
        Page set = await SetAsync(wave, "25", language);
        Assert.Equal(200, set.Status);
        Assert.Contains(readings, Spaced(set.Text));
        Assert.Contains(70.0.ToString("F1", new System.Globalization.CultureInfo(language + "-CA")), set.One("p.sub").TextContent);
        Browser manager = await app.As(Role.Manager, language);
        string report = $"/reporting/services/{wave.ServiceId}";
        string[] told =
        [
            $"/catalogue/services/{wave.ServiceId}", report, $"{report}/file?format=html&language={language}",
            $"/improvement?service={wave.ServiceId}",
        ];
        foreach (string path in told)
        {
            string shown = Spaced((await manager.Get(path)).Text);
            Assert.Contains(brief, shown);
            Assert.Contains(question, shown);
        }
        // The figures for a spreadsheet: the words of the question and its code, the score to reach and the change.
        string[] file = (await manager.Get($"/reporting/services/{wave.ServiceId}/file?format=csv&language={language}")).Html.Split("\r\n");
        string[] target = [.. file.Select(Spaced).Where(l => l.Contains(question + " (q3_01)", StringComparison.Ordinal))];
        Assert.Equal(2, target.Length);
        Assert.Contains(",70,,,,2028-06-30", target[0]);
        Assert.Contains(",10,,,," + brief.Trim('(', ')'), target[1]);
    }

    [Fact]
    public async Task GapClosure_OutOfBounds_IsRefusedInWords()
    {
        Wave wave = await SixtyAsync();
        Page share = await SetAsync(wave, "0.25");
        Assert.Equal(409, share.Status);
        Assert.Contains("Give the share of the gap in percent, from 1 to 100: 25 for a quarter of it.", share.Text);
        foreach (string change in new[] { "0", "-5", "100.5" })
        {
            Page refused = await SetAsync(wave, change);
            Assert.Equal(422, refused.Status);
            Assert.Contains("Enter a number above 0, at most 100.", refused.Text);
        }
        Page all = await SetAsync(wave, "100");
        Assert.Equal(200, all.Status);
        Assert.Contains("reached only if every client gives the best rating", all.Text);
        Assert.DoesNotContain("reached only", (await SetAsync(wave, "99")).Text);
    }

    [Fact]
    public async Task AtTheTop_NothingIsLeftToGain()
    {
        // Fewer people who all answer alike have no published score: it would tell what each of them said.
        Wave few = await MeasureAsync([5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
        Assert.Contains("This wave has no publishable score for this measure.", (await SetAsync(few, "25")).Text);
        Wave wave = await MeasureAsync([.. Enumerable.Repeat(5, 30)]);
        Page refused = await SetAsync(wave, "25");
        Assert.Equal(409, refused.Status);
        Assert.Contains("The baseline is 100 already: there is nothing left to gain.", refused.Text);
    }

    private async Task<Page> SetAsync(Wave wave, string change, string language = "en") =>
        await (await (await app.As(Role.Manager, language)).Get($"/improvement/targets/new?service={wave.ServiceId}"))
            .Submit(new()
            {
                ["Input.Wave"] = wave.Id.ToString(),
                ["Input.Item"] = "q3_01",
                ["Input.Kind"] = "GapClosure",
                ["Input.Change"] = change,
                ["Input.DueOn"] = "2028-06-30",
            });

    // Six people say 3 (50 of 100), four say 4 (75): the score is 60.
    private Task<Wave> SixtyAsync() => MeasureAsync([3, 3, 3, 4, 4, 3, 3, 3, 4, 4]);

    private async Task<Wave> MeasureAsync(int[] ratings)
    {
        Wave wave = await WaveData.AddAsync(app, WaveData.Content with
        {
            Sections = [WaveData.Content.Sections[0] with
            {
                Questions =
                    [WaveData.Rating("overall", "Overall?", "Globalement ?"),
                        WaveData.Rating("q3_01", "Were the forms clear?", "Les formulaires étaient-ils clairs\u202F?")],
            }],
        }, WaveData.Today.AddDays(-40), WaveData.Today.AddDays(-10));
        await app.Services.GetRequiredService<ResponseStore>()
            .AddRangeAsync(ratings.Select(rating => WaveData.Response(wave.Id, $$"""{"overall":3,"q3_01":{{rating}}}""")));
        return wave;
    }

    private static string Spaced(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
