using System.Text;
using System.Text.RegularExpressions;
using Cadran.EndToEnd.Support;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>
/// One person walks the whole cycle for a service: questionnaire, wave, answers, results, decision, target, action, effect, report.
/// </summary>
public sealed partial class JourneyTests(LiveApp app)
{
    private const string Submit = "main form[method=post] .actions .ds-button:not(a)";

    [Theory]
    [InlineData(1280, "en", true)]
    [InlineData(390, "fr", false)]
    public async Task TheWholePath(int width, string language, bool javaScript)
    {
        IPage page = await app.OpenAsync(width, language, javaScript);
        (Guid service, Guid before, Guid after, DateOnly afterOpens) = await MeasuredAsync();
        string tag = $"{language}-{width}";

        // Questionnaire: the common measures and one question of our own, published.
        await page.GotoAsync($"/questionnaires/new?service={service}");
        await page.SelectOptionAsync("[name='Input.ServiceId']", service.ToString());
        await page.FillAsync("[name='Input.Name']", $"Journey {tag}");
        await page.ClickAsync(Submit);
        string editor = Editor().Match(page.Url).Value;
        await page.GotoAsync($"{editor}/own");
        await page.FillAsync("[name='Input.Text.En']", "Was the waiting room warm enough?");
        await page.FillAsync("[name='Input.Text.Fr']", "La salle d’attente était-elle assez chauffée\u202f?");
        await page.ClickAsync(Submit);
        await page.GotoAsync($"{editor}/publish");
        await page.ClickAsync(Submit);
        Assert.Matches("/questionnaires/versions/[^/]+/1$", page.Url);

        // Wave: open today for a week.
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        await page.GotoAsync("/collection/waves/new");
        await page.SelectOptionAsync("[name='Input.VersionId']", new SelectOptionValue { Value = await VersionAsync($"Journey {tag}") });
        await page.FillAsync("[name='Input.Name']", $"J-{tag}");
        await page.FillAsync("[name='Input.OpensOn']", $"{today:yyyy-MM-dd}");
        await page.FillAsync("[name='Input.ClosesOn']", $"{today.AddDays(7):yyyy-MM-dd}");
        await page.ClickAsync(Submit);
        string wave = page.Url;
        Assert.Contains("/collection/waves/", wave);
        string slug = Slug().Match(await page.ContentAsync()).Groups[1].Value;

        // Respondent: no account, no script, a change of mind about the language, a step back, a phone number in the comment.
        await RespondentTests.AnswerAsync(await app.OpenAsync(width, language, javaScript, signedIn: false), slug, language, null);
        await page.GotoAsync(wave);
        Assert.Contains("1", await page.Locator(".keyfigures").First.InnerTextAsync());

        // Below the minimum number nothing is shown but the reason.
        await page.GotoAsync(wave.Replace("/collection/", "/insight/", StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator("table[data-chart] [data-value]").CountAsync());

        // Answers from a file join them: forty good rows, one bad one that is said and left out.
        await ImportAsync(page, wave);
        await page.GotoAsync(wave.Replace("/collection/", "/insight/", StringComparison.Ordinal));
        Assert.True(await page.Locator("table[data-chart] [data-value]").CountAsync() > 0, "41 answers and still no figure");
        if (javaScript) await page.MustBeRightAsync("journey-results", language, Look.Everything);

        // Results, decision, target, action.
        await page.GotoAsync($"/insight/waves/{before}");
        Assert.True(await page.Locator("table[data-chart=matrix]").CountAsync() == 1);
        await page.GotoAsync($"/improvement/decisions/new?wave={before}&driver=timeliness");
        await page.FillAsync("[name='Input.Title']", $"Shorter wait {tag}");
        await page.FillAsync("[name='Input.Reasons']", "It weighs most on satisfaction.");
        await page.FillAsync("[name='Input.Body']", "Executive committee");
        await page.FillAsync("[name='Input.DecidedOn']", $"{afterOpens.AddDays(-20):yyyy-MM-dd}");
        await page.ClickAsync(Submit);
        string decision = page.Url.Split('/')[^1];
        await page.GotoAsync($"/improvement/targets/new?service={service}&wave={before}");
        await page.SelectOptionAsync("[name='Input.Item']", "overall");
        await page.CheckAsync("[name='Input.Kind'][value='Points']");
        await page.FillAsync("[name='Input.Change']", "4");
        await page.ClickAsync(Submit);
        Assert.Contains("/improvement/targets/", page.Url);
        await page.GotoAsync($"/improvement/actions/new?decision={decision}");
        await page.FillAsync("[name='Input.Title']", $"A second counter {tag}");
        await page.FillAsync("[name='Input.Owner']", "L. Tremblay");
        await page.FillAsync("[name='Input.ExpectedPoints']", "3");
        await page.ClickAsync(Submit);

        // Effect: delivered before the last wave, judged by it, as not shown: the simulated service did not change.
        await page.FillAsync("[name='DeliveredOn']", $"{afterOpens.AddDays(-10):yyyy-MM-dd}");
        await page.ClickAsync("form[action*='handler=Deliver'] button");
        await page.SelectOptionAsync("[name='Judgement.AfterWave']", after.ToString());
        await page.CheckAsync("[name='Judgement.Verdict'][value='NotShown']");
        await page.FillAsync("[name='Judgement.Reason']", "Within the margin.");
        await page.ClickAsync("form[action*='handler=Judge'] button");
        Assert.Equal(0, await page.Locator("form[action*='handler=Judge']").CountAsync());

        // The chain on the service page, and the report on one sheet.
        await page.GotoAsync($"/catalogue/services/{service}");
        Assert.Equal(0, await page.Locator("ol.chain li.missing").CountAsync());
        Assert.Contains($"Shorter wait {tag}", await page.Locator("ol.chain").InnerTextAsync());
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0,
            "the service page is wider than the screen");
        await page.Context.CloseAsync();
        // On paper the charts are drawn, whatever the screen was.
        IPage printed = await app.OpenAsync(1280, language);
        Assert.Equal(1, await OnPaperAsync(printed, $"/catalogue/services/{service}"));
        Assert.Equal(1, await OnPaperAsync(printed, $"/reporting/services/{service}"));
        await printed.Context.CloseAsync();
    }

    private static async Task<int> OnPaperAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        byte[] pdf = await page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        if (Environment.GetEnvironmentVariable("CADRAN_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, "report.pdf"), pdf);
        return Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b");
    }

    private static async Task ImportAsync(IPage page, string wave)
    {
        var csv = new StringBuilder("overall,time_wait,know_staff,court_respect,fair_treated,out_needed\r\n");
        for (int i = 0; i < 40; i++)
            csv.Append($"{1 + i % 5},{1 + i * 7 % 5},{1 + i * 3 % 5},{1 + i / 5 % 5},{1 + (i + 2) % 5},{1 + i * 11 % 5}\r\n");
        csv.Append("17,1,1,1,1,1\r\n");
        await page.GotoAsync(wave + "/import");
        await page.SetInputFilesAsync("[name=Upload]",
            new FilePayload { Name = "../../answers.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv.ToString()) });
        await page.ClickAsync(Submit);
        await page.ClickAsync(Submit);
        ILocator keep = page.Locator("button[name=keepGood][value=true]");
        await UntilAsync(keep);
        Assert.Contains("42", await page.Locator("main").InnerTextAsync()); // the line of the bad row
        await keep.ClickAsync();
        await UntilAsync(page.Locator("main a[href^='/insight/waves/']"));
    }

    // A job's page leads on by itself, with script and without.
    private static Task UntilAsync(ILocator shown) =>
        shown.First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });

    private async Task<string> VersionAsync(string questionnaire)
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        return (await db.Questionnaires.Where(q => q.Name == questionnaire).SelectMany(q => q.Versions).Select(v => v.Id).FirstAsync())
            .ToString();
    }

    // The service of the demonstration that has measured four times and decided nothing.
    private async Task<(Guid Service, Guid Before, Guid After, DateOnly AfterOpens)> MeasuredAsync()
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Guid service = await db.Services.Where(s => s.Code == "DEMO-3").Select(s => s.Id).FirstAsync();
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var waves = await db.Waves.Where(w => w.ServiceId == service && w.ProbabilitySample && w.ClosesOn < today)
            .OrderBy(w => w.OpensOn).ToListAsync();
        return (service, waves[^2].Id, waves[^1].Id, waves[^1].OpensOn);
    }

    [GeneratedRegex(@"^.*/questionnaires/drafts/[0-9a-f-]{36}")]
    private static partial Regex Editor();

    [GeneratedRegex(@"/answer/([a-z0-9]{12})")]
    private static partial Regex Slug();
}
