using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Interface;

/// <summary>A part of the program has one word: in the menu, as the title of its page, and in the breadcrumb of every page below.</summary>
public sealed class MenuWordsTests(TestApp app)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task MenuTitleAndBreadcrumb_SayTheSame(string language)
    {
        Browser browser = await app.As(Role.CentralAnalyst, language);
        Page home = await browser.Get("/catalogue");
        (string Href, string Word)[] menu =
            [.. home.Document.QuerySelectorAll(".bar nav a").Select(a => (a.GetAttribute("href")!, a.TextContent.Trim()))];
        Assert.True(menu.Length >= 6);
        foreach (var (href, word) in menu)
        {
            Page page = await browser.Get(href);
            Assert.Equal((href, word), (href, page.Title));
            Assert.StartsWith(word + " ·", page.Document.Title);
        }
        var wave = await WaveData.AddAsync(app);
        string[] below = [$"/catalogue/services/{wave.ServiceId}", "/standards", "/questionnaires/new", $"/collection/waves/{wave.Id}",
            $"/insight/waves/{wave.Id}", "/improvement/start/decision", $"/reporting/services/{wave.ServiceId}"];
        foreach (string path in below)
        {
            var crumb = (await browser.Get(path)).One(".breadcrumb li:first-child a");
            Assert.Contains((crumb.GetAttribute("href")!, crumb.TextContent.Trim()), menu);
        }
    }
}
