using System.Text;
using System.Text.RegularExpressions;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.EndToEnd.Support;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>A service with more drivers than a sheet has room for: paper shows eight, and says how many it leaves out.</summary>
public sealed class ManyDriversTests(LiveApp app)
{
    private const int Drivers = 11, OnPaper = 8, People = 160;

    [Theory]
    [InlineData("en", "and 3 others, on the results page")]
    [InlineData("fr", "et 3 autres, sur la page des résultats")]
    public async Task Report_OnPaper(string language, string leftOut)
    {
        IPage page = await app.OpenAsync(1280, language);
        Guid service = await ServiceAsync("MANY-" + language);
        await page.GotoAsync($"/reporting/services/{service}");
        ILocator rows = page.Locator("table:has(caption:has-text('160')) tbody tr"), line = page.GetByText(leftOut);
        Assert.Equal(Drivers, await VisibleAsync(rows));
        Assert.False(await line.IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(OnPaper, await VisibleAsync(rows));
        Assert.True(await line.IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Null });
        byte[] pdf = await page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        if (Environment.GetEnvironmentVariable("CADRAN_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"many-drivers-{language}.pdf"), pdf);
        Assert.Equal(1, Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b"));
        await page.Context.CloseAsync();
    }

    private static async Task<int> VisibleAsync(ILocator rows)
    {
        int visible = 0;
        foreach (ILocator row in await rows.AllAsync()) visible += await row.IsVisibleAsync() ? 1 : 0;
        return visible;
    }

    private async Task<Guid> ServiceAsync(string code)
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
        DateOnly today = DateOnly.FromDateTime(now);
        string[] codes = [.. Enumerable.Range(1, Drivers).Select(i => $"d{i:00}")];
        var service =
            Service.Create(await db.Services.Where(s => s.Code == "DEMO-1").Select(s => s.OrganisationId).FirstAsync(), code,
                new(code, code));
        var content = new QuestionnaireContent
        {
            Title = new(code, code),
            Sections = [new()
            {
                Code = "all",
                Title = new("All", "Tout"),
                Questions = [Rating("overall", ItemRole.Overall), .. codes.Select(c => Rating(c, ItemRole.Driver))],
            }],
        };
        var questionnaire = Questionnaire.Start(service.Id, code, content);
        QuestionnaireVersion version = questionnaire.Publish(now);
        var wave = Wave.Plan(service.Id, version.Id, "2026-1", today.AddDays(-30), today.AddDays(-5), Actor.System, Moment.On(today));
        db.AddRange(service, questionnaire, wave);
        await db.SaveChangesAsync();
        var chance = new Random(11);
        await scope.ServiceProvider.GetRequiredService<ResponseStore>()
            .AddRangeAsync([.. Enumerable.Range(0, People).Select(_ => Answer(wave, codes, chance))]);
        return service.Id;
    }

    private static Question Rating(string code, ItemRole role) => new()
    {
        Code = code,
        Kind = QuestionKind.Rating,
        Text = new($"Driver {code}", $"Facteur {code}"),
        Core = true,
        Role = role,
        Scale = new(1, 5) { Labels = [.. Enumerable.Range(1, 5).Select(i => new LocalText($"{i}", $"{i}"))] },
    };

    private static Response Answer(Wave wave, string[] codes, Random chance)
    {
        int[] ratings = [.. codes.Select(_ => 1 + chance.Next(5))];
        int overall = Math.Clamp((int)Math.Round(ratings.Average() + chance.NextDouble() - 0.5), 1, 5);
        string drivers = string.Join(',', codes.Select((code, i) => $"\"{code}\":{ratings[i]}"));
        string answers = $"{{\"overall\":{overall},{drivers}}}";
        return new() { WaveId = wave.Id, ReceivedOn = wave.ClosesOn, Language = "en", AnswersJson = answers };
    }
}
