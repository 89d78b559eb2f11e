using System.Text;
using Cadran.EndToEnd.Support;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>A survey of 160 columns, of which eight are wanted: what that costs whoever makes the questionnaire.</summary>
public sealed class FromFileTests(LiveApp app)
{
    private const int MostClicks = 12, Width = 1280;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task EightOf160Columns_TakeAFewClicks_AndWhatTheyMeasureIsOnTheScreen(string language, bool javaScript)
    {
        IPage page = await app.OpenAsync(Width, language, javaScript);
        Guid service = await ServiceAsync();
        int clicks = 0;
        await page.GotoAsync($"/questionnaires/from-file?service={service}");
        clicks++; // the file is chosen
        await page.SetInputFilesAsync("#upload", new FilePayload { Name = "survey.csv", MimeType = "text/csv", Buffer = File() });
        await ClickAsync("form[action*=Look] .actions button");
        Assert.Equal(1, await page.Locator(".from-file tr.taken").CountAsync());

        // The ratings start left out: there are too many to be all wanted. Overall satisfaction is recognised.
        (string Column, string Use)[] wanted = [("q3", "driver"), ("q20", "driver"), ("q44", "driver"), ("q61", "driver"), ("q90", "other"),
            ("q101", "driver"), ("district", "profile")];
        foreach (var (column, use) in wanted)
        {
            ILocator choice = page.Locator(".from-file tr", new() { Has = page.Locator($"input[name$='.Name'][value='{column}']") })
                .Locator($"input[type=radio][value={use}]");
            LocatorBoundingBoxResult box = (await choice.BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= Width, $"{column}: {use} stands at {box.X}");
            clicks++;
            await choice.CheckAsync();
        }
        await ClickAsync("main form .actions:last-of-type .ds-button:not(a)");
        Assert.Contains("/questionnaires/drafts/", page.Url);
        Assert.Equal(wanted.Length + 1, await page.Locator("ol.questions > li").CountAsync());
        Assert.True(clicks <= MostClicks, $"{clicks} clicks");
        await page.Context.CloseAsync();

        async Task ClickAsync(string selector)
        {
            clicks++;
            await page.ClickAsync(selector);
        }
    }

    private static byte[] File()
    {
        string[] names = [.. Enumerable.Range(1, 110).Select(i => $"q{i}"), "overall_satisfaction", "district",
            .. Enumerable.Range(1, 48).Select(i => $"note_{i}")];
        Assert.Equal(160, names.Length);
        var file = new StringBuilder().AppendJoin(',', names).Append('\n');
        for (int row = 0; row < 60; row++)
            file.AppendJoin(',', names.Select((name, i) => name[0] == 'n' ? $"text {row} {i}" : name == "district" ? $"{1 + row % 12}"
                : $"{1 + (row + i) % 5}")).Append('\n');
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private async Task<Guid> ServiceAsync()
    {
        await app.OpenWaveAsync();
        using IServiceScope scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CadranDb>().Services.Where(s => s.Code == "DEMO-3").Select(s => s.Id).FirstAsync();
    }
}
