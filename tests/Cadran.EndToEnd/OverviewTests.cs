using System.Text;
using System.Text.RegularExpressions;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.EndToEnd.Support;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>
/// Forty-one services with names as long as those of a real inventory: the overview, the reports and the register fit the screen without
/// scrolling sideways, at both widths and in both languages, and the overview prints on one sheet.
/// </summary>
public sealed class OverviewTests(LiveApp app)
{
    private const int Services = 41, People = 40;
    private static readonly SemaphoreSlim Making = new(1);
    private static Guid agency;

    [Theory]
    [InlineData(1280, "en"), InlineData(1280, "fr"), InlineData(390, "en"), InlineData(390, "fr")]
    public async Task LongNames_FitTheScreen(int width, string language)
    {
        IPage page = await app.OpenAsync(width, language);
        Guid own = await AgencyAsync();
        await SettledAsync(page, $"/overview?Organisation={own}");
        await page.MustBeRightAsync("overview-41", language, Look.Everything);
        Assert.Equal(Services, await page.Locator(".ov tbody tr").CountAsync());
        await FitsAsync(page, "overview");
        // The bar stands on one line.
        if (width > 1000) Assert.InRange(await page.EvaluateAsync<int>("() => document.querySelector('.bar').offsetHeight"), 20, 70);
        foreach ((string name, string path) in new[] { ("reporting-41", "/reporting?Sort=Need"), ("improvement-41", "/improvement") })
        {
            await page.GotoAsync(path);
            await page.MustBeRightAsync(name, language, Look.Everything);
            if (width > 1000) await FitsAsync(page, name);
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", "A4"), InlineData("fr", "A4"), InlineData("en", "Letter"), InlineData("fr", "Letter")]
    public async Task FortyOneServices_PrintOnOneSheet(string language, string paper)
    {
        IPage page = await app.OpenAsync(1280, language);
        await SettledAsync(page, $"/overview?Organisation={await AgencyAsync()}");
        byte[] pdf = await page.PdfAsync(new() { Format = paper, PrintBackground = true });
        if (Environment.GetEnvironmentVariable("CADRAN_SCREENSHOTS") is { Length: > 0 } folder)
        {
            string file = $"overview-{language}-{paper}.pdf";
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, file), pdf);
        }
        Assert.Equal(1, Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b"));
        await page.Context.CloseAsync();
    }

    // A frame that scrolls is wider inside than outside.
    private static async Task FitsAsync(IPage page, string name)
    {
        int[] over = await page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('.scroll')].map(f => f.scrollWidth - f.clientWidth)");
        Assert.True(over.All(o => o <= 0),
            $"{name} at {page.ViewportSize!.Width} px: tables are wider than the screen by {string.Join(", ", over)}");
    }

    private static async Task SettledAsync(IPage page, string address)
    {
        for (int i = 0; i < 100; i++)
        {
            await page.GotoAsync(address);
            if (await page.Locator("#results .flash").CountAsync() == 0) return;
            await Task.Delay(500);
        }
    }

    private async Task<Guid> AgencyAsync()
    {
        await Making.WaitAsync();
        try
        {
            if (agency == Guid.Empty) agency = await MakeAsync();
            return agency;
        }
        finally { Making.Release(); }
    }

    private async Task<Guid> MakeAsync()
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Moment now = TimeProvider.System.Now;
        DateOnly today = now.Today;
        Organisation top = await db.Organisations.FirstAsync(o => o.ParentId == null);
        var own = Organisation.Create("LONG", new("Agency for Immigration, Citizenship and International Mobility Programs",
            "Agence de l’immigration, de la citoyenneté et des programmes de mobilité internationale"), top.Id);
        db.Add(own);
        var chance = new Random(41);
        List<Response> answers = [];
        for (int i = 1; i <= Services; i++)
        {
            var service = Service.Create(own.Id, $"LONG-{i}", new(
                $"Issuance of temporary work permits for business visitors and their families, stream {i}",
                $"Délivrance de permis de travail temporaires aux gens d’affaires et à leurs familles, volet {i}"));
            var questionnaire = Questionnaire.Start(service.Id, "Q", MeasureBank.Current.CoreQuestionnaire(new("Q", "Q")));
            QuestionnaireVersion version = questionnaire.Publish(now.AtUtc);
            Wave[] waves = [.. Enumerable.Range(0, i % 5 == 0 ? 1 : 2).Select(w => Wave.Plan(service.Id, version.Id, $"2026-{w + 1}",
                today.AddDays(-240 + 120 * w - 10 * (i % 7)), today.AddDays(-220 + 120 * w - 10 * (i % 7)), Actor.System, now))];
            db.AddRange(service, questionnaire);
            db.AddRange(waves);
            string overall = version.Content.Overall!.Code;
            foreach (Wave wave in waves)
                answers.AddRange(Enumerable.Range(0, People).Select(_ => new Response
                {
                    WaveId = wave.Id,
                    ReceivedOn = wave.OpensOn,
                    Channel = "online",
                    Language = "en",
                    AnswersJson = $"{{\"{overall}\":{Math.Clamp(chance.Next(1, 6) + i % 3 - 1, 1, 5)}}}",
                }));
            var decision = Decision.Record(waves[0], new DecisionEvidence { Driver = "timeliness", Respondents = 50, Drivers = 5 },
                new("Cut the wait for simple files", "Réduire l’attente des dossiers simples"), new("R", "R"),
                new("Executive committee", "Comité de direction"), today.AddDays(-60), Actor.System, now);
            db.Add(decision);
            db.Add(ImprovementAction.Open(decision,
                new("Answer simple applications within five days", "Répondre aux demandes simples en cinq jours"), LocalText.Empty,
                "Marie-Ève Tremblay-Nguyen", today.AddDays(i % 4 == 0 ? -12 : 60), MeasureNames.Overall, 5, [MeasureNames.Overall],
                Actor.System, now));
            if (i % 2 == 0)
                db.Add(Target.Set(waves[0], MeasureNames.Overall, new(new(50, 2, 46, 54), People), TargetChange.Adding(new(8)),
                    today.AddYears(2), Actor.System, now));
        }
        await db.Because("test.fill").SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<ResponseStore>().AddRangeAsync(answers);
        return own.Id;
    }
}
