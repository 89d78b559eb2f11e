using Cadran.EndToEnd.Support;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>The theme button says which theme is on and what a press does, and the choice is remembered.</summary>
public sealed class ThemeTests(LiveApp app)
{
    [Theory]
    [InlineData("en", "Theme: system", "use the dark theme", "Theme: dark", "use the light theme", "Theme: light", "follow the system")]
    [InlineData("fr", "Thème\u00A0: système", "passer au thème sombre", "Thème\u00A0: sombre", "passer au thème clair", "Thème\u00A0: clair", "suivre le système")]
    public async Task Button_SaysItsStateAndItsEffect(string language, params string[] words)
    {
        IPage page = await app.OpenAsync(390, language);
        await page.GotoAsync("/catalogue");
        string[] schemes = ["auto", "dark", "light"];
        for (int press = 0; press <= 3; press++)
        {
            (string state, string action) = (words[press % 3 * 2], words[press % 3 * 2 + 1]);
            ILocator button = page.GetByRole(AriaRole.Button, new() { Name = $"{state}, {action}", Exact = true });
            Assert.Equal(1, await button.CountAsync());
            Assert.Equal(action, await button.GetAttributeAsync("title"));
            Assert.Equal(schemes[press % 3], await page.Locator("html").GetAttributeAsync("data-color-scheme"));
            // Reloaded, the server writes the same choice into the page.
            await page.ReloadAsync();
            Assert.Equal(1, await button.CountAsync());
            await button.ClickAsync();
        }
        await page.Context.CloseAsync();
    }
}
