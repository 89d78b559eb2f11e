using System.Text;
using System.Text.RegularExpressions;
using Cadran.Catalogue;
using Cadran.EndToEnd.Support;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>The report of a service says that it fits one sheet: printed by a browser, it does.</summary>
public sealed partial class ReportOnPaperTests(LiveApp app)
{
    private static readonly LocalText Long = new(
        "Permits, authorisations and registrations for small and medium-sized enterprises and self-employed persons",
        "Permis, autorisations et enregistrements pour les petites et moyennes entreprises et les travailleurs indépendants");

    public static TheoryData<string, string, string, bool> Sheets => new(
        from service in new[] { "DEMO-1", "DEMO-2", "DEMO-3" }
        from language in new[] { "en", "fr" }
        from format in new[] { "Letter", "A4" }
        from longName in new[] { false, true }
        where !longName || service == "DEMO-2"
        select new TheoryDataRow<string, string, string, bool>(service, language, format, longName));

    [Theory, MemberData(nameof(Sheets))]
    public async Task Report_FitsTheSheetItSaysItFits(string code, string language, string format, bool longName)
    {
        IPage page = await app.OpenAsync(1280, language);
        await app.OpenWaveAsync();
        (Guid id, LocalText name) = await NamedAsync(code, longName ? Long : null);
        try
        {
            await page.GotoAsync($"/reporting/services/{id}");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            string text = await page.InnerTextAsync("main");
            byte[] pdf = await page.PdfAsync(new() { Format = format });
            int sheets = PageObject().Count(Encoding.Latin1.GetString(pdf));
            bool saysOne = text.Contains(language == "fr" ? "tient sur une feuille" : "fits one sheet", StringComparison.Ordinal);
            Assert.True(saysOne, "the report no longer says how many sheets it takes");
            if (Environment.GetEnvironmentVariable("CADRAN_SCREENSHOTS") is { Length: > 0 } folder)
                await File.WriteAllBytesAsync(Path.Combine(folder, $"report-{code}-{language}-{format}-{longName}.pdf"), pdf);
            Assert.Equal(1, sheets);

            // Nothing stands beyond the edge, and nothing invites to be followed.
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.SetViewportSizeAsync(format == "A4" ? 688 : 710, 900);
            Assert.Equal(0, await page.Locator(".next:visible").CountAsync());
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.report *')].filter(e => e.getClientRects().length
                    && e.getBoundingClientRect().right > document.documentElement.clientWidth)
                    .map(e => e.tagName + '.' + e.className + ' ' + e.getBoundingClientRect().right)
                """));
        }
        finally
        {
            await NamedAsync(code, name);
            await page.Context.CloseAsync();
        }
    }

    private async Task<(Guid Id, LocalText Name)> NamedAsync(string code, LocalText? name)
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Service service = await db.Services.FirstAsync(s => s.Code == code);
        LocalText before = service.Name;
        if (name is not null) service.Describe(name, service.Description);
        await db.SaveChangesAsync();
        return (service.Id, before);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();
}
