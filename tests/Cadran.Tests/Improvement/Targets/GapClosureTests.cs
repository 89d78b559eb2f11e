using System.Globalization;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>A target as a share of the gap to 100: its three readings wherever it is shown, and its bounds in words.</summary>
public sealed class GapClosureTests(TestApp app)
{
    [Theory]
    [InlineData("en", "25% of the gap to 100, which is +16.7% relative or +10.0 points")]
    [InlineData("fr", "25 % de l’écart à 100, soit +16,7 % relatif ou +10,0 points")]
    public async Task QuarterOfTheGapFromSixty_IsSeventy(string language, string readings)
    {
        Page set = await SetAsync(await SixtyAsync(), "25", language);
        Assert.Equal(200, set.Status);
        Assert.Contains(readings, Spaced(set.Text));
        Assert.Contains(70.0.ToString("F1", new CultureInfo(language + "-CA")), set.One("p.sub").TextContent);
    }

    [Theory]
    [InlineData("en", "(25% of the gap to 100)", "Were the forms clear?")]
    [InlineData("fr", "(25 % de l’écart à 100)", "Les formulaires étaient-ils clairs ?")]
    public async Task EveryPageThatTellsOfIt_SaysTheShareAndTheQuestion(string language, string brief, string question)
    {
        Wave wave = await SixtyAsync();
        await SetAsync(wave, "25", language);
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
        string[] file = (await manager.Get($"{report}/file?format=csv&language={language}")).Html.Split("\r\n");
        string[] target = [.. file.Select(Spaced).Where(l => l.Contains(question + " (q3_01)", StringComparison.Ordinal))];
        Assert.Equal(2, target.Length);
        Assert.Contains(",70,,,,2028-06-30", target[0]);
        Assert.Contains(",10,,,," + brief.Trim('(', ')'), target[1]);
    }

    [Fact]
    public async Task ShareInsteadOfPercent_IsRefused() => Refused(409,
        "Give the share of the gap in percent, from 1 to 100: 25 for a quarter of it.", await SetAsync(await SixtyAsync(), "0.25"));

    [Theory]
    [InlineData("0"), InlineData("-5"), InlineData("100.5")]
    public async Task PercentOutOfBounds_IsRefused(string change) =>
        Refused(422, "Enter a number above 0, at most 100.", await SetAsync(await SixtyAsync(), change));

    [Fact]
    public async Task WholeGap_SaysWhatItTakes()
    {
        Wave wave = await SixtyAsync();
        Assert.Contains("reached only if every client gives the best rating", (await SetAsync(wave, "100")).Text);
        Assert.DoesNotContain("reached only", (await SetAsync(wave, "99")).Text);
    }

    [Fact]
    public async Task AtTheTop_NothingIsLeftToGain() => Refused(409, "The baseline is 100 already: there is nothing left to gain.",
        await SetAsync(await MeasureAsync([.. Enumerable.Repeat(5, 30)]), "25"));

    private static void Refused(int status, string message, Page page)
    {
        Assert.Equal(status, page.Status);
        Assert.Contains(message, page.Text);
    }

    private async Task<Page> SetAsync(Wave wave, string change, string language = "en") =>
        await (await (await app.As(Role.Manager, language)).Get($"/improvement/targets/new?service={wave.ServiceId}"))
            .Submit(Target(wave, change, "GapClosure", "q3_01"));

    // Six people say 3 (50 of 100), four say 4 (75): the score is 60.
    private Task<Wave> SixtyAsync() => MeasureAsync([3, 3, 3, 4, 4, 3, 3, 3, 4, 4]);

    private async Task<Wave> MeasureAsync(int[] ratings)
    {
        Section asked = WaveData.Content.Sections[0] with
        {
            Questions =
            [
                WaveData.Rating("overall", "Overall?", "Globalement ?"),
                WaveData.Rating("q3_01", "Were the forms clear?", "Les formulaires étaient-ils clairs\u202F?"),
            ],
        };
        Wave wave = await WaveData.AddAsync(app, WaveData.Content with { Sections = [asked] },
            WaveData.Today.AddDays(-40), WaveData.Today.AddDays(-10));
        await app.Services.GetRequiredService<ResponseStore>()
            .AddRangeAsync(ratings.Select(rating => WaveData.Response(wave.Id, $$"""{"overall":3,"q3_01":{{rating}}}""")));
        return wave;
    }

    private static string Spaced(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
