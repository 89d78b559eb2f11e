using Cadran.EndToEnd.Support;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>What a respondent has typed and not sent outlives looking back, without script.</summary>
public sealed class BackForwardTests(LiveApp app)
{
    [Fact]
    public async Task BackAndForward_KeepWhatWasTypedAndNotSent()
    {
        IPage page = await app.OpenAsync(390, "en", javaScript: false);
        await page.GotoAsync($"/answer/{await app.OpenWaveAsync()}/en");
        foreach (ILocator required in await page.Locator("fieldset.question").AllAsync())
            await required.Locator("input").Nth(1).CheckAsync();
        await page.ClickAsync("main button.go");
        Assert.EndsWith("/2", page.Url);

        await page.Locator("fieldset.question input").Nth(2).CheckAsync();
        await ThroughHistoryAsync(page, () => page.GoBackAsync());
        Assert.EndsWith("/1", page.Url);
        Assert.True(await page.Locator("fieldset.question input:checked").CountAsync() > 1);
        await ThroughHistoryAsync(page, () => page.GoForwardAsync());
        Assert.EndsWith("/2", page.Url);
        Assert.True(await page.Locator("fieldset.question input").Nth(2).IsCheckedAsync(), "the answer that was not sent is gone");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task BackToAPageWithAProblem_ShowsItWithItsAnswers()
    {
        IPage page = await app.OpenAsync(390, "en", javaScript: false);
        await page.GotoAsync($"/answer/{await app.OpenWaveAsync()}/en");
        await page.Locator("fieldset.question").Nth(1).Locator("input").Nth(2).CheckAsync();
        await page.ClickAsync("main button.go");
        Assert.Contains("There is a problem", await page.Locator(".errors").InnerTextAsync());
        Assert.True(await page.Locator(".errors").EvaluateAsync<bool>("e => e === document.activeElement"));
        foreach (ILocator required in await page.Locator("fieldset.question.invalid").AllAsync())
            await required.Locator("input").Nth(1).CheckAsync();
        await page.ClickAsync("main button.go");
        Assert.EndsWith("/2", page.Url);

        await ThroughHistoryAsync(page, () => page.GoBackAsync());
        Assert.EndsWith("/1?problem", page.Url);
        Assert.Equal(0, await page.Locator(".errors").CountAsync());
        Assert.True(await page.Locator("fieldset.question").Nth(1).Locator("input").Nth(2).IsCheckedAsync());
        await ThroughHistoryAsync(page, () => page.GoForwardAsync());
        Assert.EndsWith("/2", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task BackToARefusedForm_ShowsItAsItWasTyped()
    {
        IPage page = await app.OpenAsync(1280, "en", javaScript: false);
        await page.GotoAsync("/improvement/start/decision");
        await page.Locator("main tbody tr:has-text('Passport') th a").First.ClickAsync();
        await page.FillAsync("[name='Input.Reasons']", "It weighs most.");
        await page.FillAsync("[name='Input.Title']", "");
        await page.ClickAsync("main form[method=post] button");
        await page.Locator(".ds-error-summary").WaitForAsync();
        await page.GotoAsync("/insight");
        await ThroughHistoryAsync(page, () => page.GoBackAsync());
        Assert.Equal("It weighs most.", await page.InputValueAsync("[name='Input.Reasons']"));
        await page.Context.CloseAsync();
    }

    /// <summary>
    /// Back or forward, from a page that is there: while the browser still puts one page in the place of another it knows no history.
    /// </summary>
    private static async Task ThroughHistoryAsync(IPage page, Func<Task> go)
    {
        await page.WaitForLoadStateAsync();
        string before = page.Url;
        try { await go(); }
        catch (PlaywrightException problem) when (problem.Message.Contains("Not attached to an active page", StringComparison.Ordinal))
        {
            await page.WaitForTimeoutAsync(1000);
            // It may have gone all the same: a second step would leave the page that was asked for.
            if (page.Url == before) await go();
        }
    }
}
