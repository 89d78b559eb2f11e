using System.Text.Json;
using Microsoft.Playwright;

namespace Cadran.EndToEnd.Support;

/// <summary>What every page must pass, whatever it shows.</summary>
internal static class Look
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(FindAxe()));

    private const string Standard = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']";

    /// <summary>All that axe can tell of WCAG 2.2 A and AA.</summary>
    public const string Everything = $"{{ {Standard} }}";

    /// <summary>The same without contrast, for a width and palette looked at in the other language already.</summary>
    public const string EverythingButColours = $"{{ {Standard}, rules: {{ 'color-contrast': {{ enabled: false }} }} }}";

    /// <summary>Contrast alone, for another palette of a page looked at already.</summary>
    public const string Colours = "{ runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] }";

    /// <summary>
    /// Axe finds no violation of WCAG 2.2 A and AA, one h1, no horizontal scroll, the right language; leaves a screenshot when
    /// CADRAN_SCREENSHOTS names a folder.
    /// </summary>
    /// <param name="axe">What axe is asked; null when it does not look, as where the browser runs no script.</param>
    public static async Task MustBeRightAsync(this IPage page, string name, string language, string? axe)
    {
        await MustFitAsync(page, name, language);
        await ShootAsync(page, name, language);
        if (language == "fr") await MustBeFrenchAsync(page, name);
        if (axe is not null) await MustBeAccessibleAsync(page, name, language, axe);
    }

    // One question: asking it piece by piece took longer than axe.
    private static async Task MustFitAsync(IPage page, string name, string language)
    {
        // Charts take a new width of the window when they have been told of it, a moment later: a page that stays too wide is told below.
        const string fits = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        try { await page.WaitForFunctionAsync(fits, null, new() { Timeout = 5000, PollingInterval = 100 }); }
        catch (TimeoutException) { }
        JsonElement seen = (await page.EvaluateAsync("""
            () => {
                const html = document.documentElement;
                return {
                    headings: document.querySelectorAll('h1').length, language: html.lang,
                    overflow: html.scrollWidth - html.clientWidth,
                };
            }
            """))!.Value;
        Assert.Equal(1, seen.GetProperty("headings").GetInt32());
        Assert.Equal(language, seen.GetProperty("language").GetString());
        int overflow = seen.GetProperty("overflow").GetInt32();
        Assert.True(overflow <= 0, $"{name}: the page is {overflow} px wider than the screen");
    }

    /// <summary>Axe finds nothing of what it is asked.</summary>
    public static async Task MustBeAccessibleAsync(this IPage page, string name, string language, string axe)
    {
        // Half a megabyte of script takes as long as its work: once for each page that was loaded.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe.Value);
        string result = await page.EvaluateAsync<string>($$"""
            async () => JSON.stringify((await axe.run(document, {{axe}}))
                .violations.map(v => v.id + ': ' + v.help + ' → ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')))
            """);
        string[] violations = JsonSerializer.Deserialize<string[]>(result)!;
        Assert.True(violations.Length == 0, $"{name} ({language}, {page.ViewportSize!.Width} px):\n{string.Join('\n', violations)}");
    }

    // The resources have their own test; this one reads what pages put together from them.
    private static async Task MustBeFrenchAsync(IPage page, string name)
    {
        string[] wrong = await page.EvaluateAsync<string[]>("""
            () => {
                const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
                for (let at = walk.currentNode; at; at = walk.nextNode()) {
                    if (!/^(P|LI|H\d|DT|DD|TD|TH|CAPTION|SMALL|FIGCAPTION|LABEL|LEGEND|BUTTON|A|SUMMARY)$/.test(at.tagName)) continue;
                    if (at.closest('[lang]').lang !== 'fr' || at.querySelector('pre, code, samp, [lang]:not([lang=fr])')) continue;
                    const text = at.textContent;
                    if (/[^\s\u202f\u00a0][?!;](\s|$)|[^\u00a0\s]:(\s|$)|[ \n][?!;:](\s|$)/.test(text))
                        found.push(text.trim().replace(/\s+/g, ' ').slice(0, 160));
                }
                return found;
            }
            """);
        Assert.True(wrong.Length == 0, $"{name}: no narrow no-break space before ? ! ; or no-break space before : " +
            $"in\n{string.Join('\n', wrong)}");
    }

    public static async Task ShootAsync(IPage page, string name, string language)
    {
        if (Environment.GetEnvironmentVariable("CADRAN_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(folder, $"{name}-{language}-{page.ViewportSize!.Width}.png"),
            FullPage = true,
        });
    }

    private static string FindAxe()
    {
        for (DirectoryInfo? up = new(AppContext.BaseDirectory); up is not null; up = up.Parent)
            if (Path.Combine(up.FullName, "src", "Cadran.Web", "Assets", "node_modules", "axe-core", "axe.min.js") is var path
                && File.Exists(path))
                return path;
        throw new InvalidOperationException("axe-core is not installed: build Cadran.Web first.");
    }
}
