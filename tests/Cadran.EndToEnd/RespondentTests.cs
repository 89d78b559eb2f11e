using Cadran.EndToEnd.Support;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>
/// A respondent goes through a whole questionnaire without account or script: a forgotten answer, a change of mind about the language,
/// a step back, a phone number in the comment, and a receipt that stays.
/// </summary>
public sealed class RespondentTests(LiveApp app)
{
    [Theory]
    [InlineData(1280, "en"), InlineData(390, "fr")]
    public async Task EveryPage_IsRight(int width, string language) => await ThroughAsync(width, language, Look.Everything);

    [Theory]
    [InlineData(390, "en"), InlineData(1280, "fr")]
    public async Task EveryPage_IsRightInTheOtherLanguage(int width, string language) =>
        await ThroughAsync(width, language, Look.EverythingButColours);

    private async Task ThroughAsync(int width, string language, string axe)
    {
        IPage page = await app.OpenAsync(width, language, signedIn: false);
        await AnswerAsync(page, await app.OpenWaveAsync(), language, axe);
    }

    /// <param name="page">With script when axe is to look: pages of respondents have none of their own.</param>
    /// <param name="axe">What axe looks for on each page; null when it does not look.</param>
    internal static async Task AnswerAsync(IPage page, string slug, string language, string? axe)
    {
        await page.GotoAsync($"/answer/{slug}");
        Assert.Contains($"/answer/{slug}/{language}", page.Url);
        Assert.Equal(0, await page.Locator("script").CountAsync());

        // Going on without the required answer: the same page, the problem first, with the focus.
        await page.ClickAsync("main button.go");
        await page.MustBeRightAsync("answer-error", language, axe);
        Assert.Equal(1, await page.Locator(".errors:focus, .errors[autofocus]").CountAsync());

        await ChooseAsync(page);
        string other = language == "fr" ? "en" : "fr";
        await page.ClickAsync($"button[name=language][value={other}]");
        Assert.Equal(other, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await page.Locator("fieldset input:checked").CountAsync() > 1, "changing the language lost answers");
        await page.ClickAsync($"button[name=language][value={language}]");

        await page.ClickAsync("main button.go");
        await page.ClickAsync("button[name=back]");
        Assert.True(await page.Locator("fieldset input:checked").CountAsync() > 1, "going back lost answers");
        for (int section = 0; section < 12 && await page.Locator("main .note strong").CountAsync() == 0; section++)
        {
            await ChooseAsync(page);
            await page.MustBeRightAsync($"answer-{section + 1}", language, axe);
            if (await page.Locator("textarea").CountAsync() > 0)
                await page.Locator("textarea").First.FillAsync("Call me at 613-555-0187 <b>please</b>");
            await page.ClickAsync("main button.go");
            if (!page.Url.EndsWith("/check", StringComparison.Ordinal)) continue;
            Assert.DoesNotContain("555-0187", await page.ContentAsync());
            await page.MustBeRightAsync("answer-masked", language, axe);
            await page.ClickAsync("main button.go");
        }
        await page.MustBeRightAsync("answer-thanks", language, axe);
        string receipt = await page.Locator("main .note strong").InnerTextAsync();
        Assert.True(receipt.Length >= 6, receipt);
        await page.ReloadAsync();
        Assert.Equal(receipt, await page.Locator("main .note strong").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    private static async Task ChooseAsync(IPage page)
    {
        foreach (ILocator question in await page.Locator("fieldset.question").AllAsync())
            await question.Locator("input").Nth(1).CheckAsync();
    }
}
