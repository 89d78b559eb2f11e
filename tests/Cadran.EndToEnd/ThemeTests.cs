using Cadran.EndToEnd.Support;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>The theme button says which theme is on and what a press does, and the choice is remembered.</summary>
public sealed class ThemeTests(LiveApp app)
{
    private const string Light = "rgb(246, 244, 239)", Dark = "rgb(16, 21, 31)";

    [Theory]
    [InlineData("en", "Theme: system", "use the dark theme", "Theme: dark", "use the light theme", "Theme: light", "follow the system")]
    [InlineData("fr", "Thème\u00A0: système", "passer au thème sombre", "Thème\u00A0: sombre", "passer au thème clair",
        "Thème\u00A0: clair", "suivre le système")]
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

    [Theory]
    [InlineData(false, "auto", Light), InlineData(true, "auto", Dark)]
    [InlineData(false, "dark", Dark), InlineData(true, "dark", Dark)]
    [InlineData(false, "light", Light), InlineData(true, "light", Light)]
    public async Task SystemAndChoice_GiveOneOfTwoPalettes(bool darkSystem, string choice, string ground)
    {
        IPage page = await app.OpenAsync(390, signedIn: false, dark: darkSystem);
        await page.GotoAsync("/account/sign-in");
        await page.EvaluateAsync("choice => document.documentElement.dataset.colorScheme = choice", choice);
        Assert.Equal(ground, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        // Charts read their colours as written: nothing but the colour may be left of the token.
        Assert.Matches("^ *#[0-9a-f]{3,6} *$",
            await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--ink')"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.Context.CloseAsync();
    }
}
