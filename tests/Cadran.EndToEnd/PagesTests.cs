using Cadran.EndToEnd.Support;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>
/// Every page with the demonstration in it: accessible, within the screen, in both languages, wide and narrow, light and dark.
/// </summary>
public sealed class PagesTests(LiveApp app)
{
    // Contrast depends on width and palette and not on the language, and all else does not depend on the palette.
    [Theory]
    [InlineData(1280, "en", false, Look.Everything), InlineData(390, "fr", false, Look.Everything)]
    [InlineData(1280, "fr", false, Look.EverythingButColours), InlineData(390, "en", false, Look.EverythingButColours)]
    [InlineData(1280, "en", true, Look.Colours), InlineData(390, "fr", true, Look.Colours)]
    public async Task EveryPage_IsRight(int width, string language, bool dark, string axe)
    {
        IPage page = await app.OpenAsync(width, language, dark: dark);
        var wrong = new List<string>();
        // To look at a few: CADRAN_PAGES=organisations,audit.
        string[]? only = Environment.GetEnvironmentVariable("CADRAN_PAGES")?.Split(',');
        foreach ((string name, string path) in (await PathsAsync()).Where(p => only is null || only.Contains(p.Name)))
        {
            try
            {
                IResponse? response = await page.GotoAsync(path.Replace("{language}", language, StringComparison.Ordinal));
                Assert.True(response!.Status == 200, $"{path} answered {response.Status}");
                await page.WaitForLoadStateAsync(LoadState.Load);
                await page.MustBeRightAsync(dark ? $"{name}-dark" : name, language, axe);
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                wrong.Add(failure.Message);
            }
        }
        await page.Context.CloseAsync();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private async Task<List<(string Name, string Path)>> PathsAsync()
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var service = await db.Services.FirstAsync(s => s.Code == "DEMO-1");
        var waves = await db.Waves.Where(w => w.ServiceId == service.Id).OrderBy(w => w.OpensOn).ToListAsync();
        var (before, last, open) = (waves[^3], waves[^2], waves[^1]);
        var questionnaire = await db.Questionnaires.FirstAsync(q => q.ServiceId == service.Id);
        var decision = await db.Decisions.FirstAsync(d => d.ServiceId == service.Id);
        var target = await db.Targets.FirstAsync(t => t.ServiceId == service.Id);
        var actions = await db.ImprovementActions.Where(a => a.ServiceId == service.Id).ToListAsync();
        var person = await db.Users.Select(u => u.Id).FirstAsync();
        return
        [
            ("overview", "/overview"),
            ("overview-grouped", "/overview?Group=true&Sort=Score"),
            ("overview-new", "/overview?Show=New"),
            ("overview-cycle", "/overview/cycle"),
            ("catalogue", "/catalogue"),
            ("service", $"/catalogue/services/{service.Id}"),
            ("service-profile", $"/catalogue/services/{service.Id}/profile"),
            ("catalogue-import", "/catalogue/inventory/import"),
            ("catalogue-standards", "/standards"),
            ("questionnaires", "/questionnaires"),
            ("questionnaire-new", "/questionnaires/new"),
            ("questionnaire", $"/questionnaires/drafts/{questionnaire.Id}"),
            ("collection", "/collection"),
            ("wave-new", "/collection/waves/new"),
            ("wave", $"/collection/waves/{open.Id}"),
            ("wave-set-aside", $"/collection/waves/{open.Id}/set-aside"),
            ("wave-import", $"/collection/waves/{open.Id}/import"),
            ("insight", "/insight"),
            ("results", $"/insight/waves/{last.Id}"),
            ("results-split", $"/insight/waves/{last.Id}?by=channel"),
            ("results-files", $"/insight/waves/{last.Id}/export"),
            ("compare", $"/insight/compare?from={before.Id}&to={last.Id}"),
            ("improvement", "/improvement"),
            ("decision-start", "/improvement/decisions/new"),
            ("target-start", "/improvement/targets/new"),
            ("decision", $"/improvement/decisions/{decision.Id}"),
            ("decision-new", $"/improvement/decisions/new?wave={last.Id}"),
            ("target", $"/improvement/targets/{target.Id}"),
            ("target-new", $"/improvement/targets/new?service={service.Id}"),
            ("action", $"/improvement/actions/{actions[0].Id}"),
            ("action-new", $"/improvement/actions/new?decision={decision.Id}"),
            ("reporting", "/reporting"),
            ("report", $"/reporting/services/{service.Id}"),
            ("account", "/account"),
            ("account-authenticator", "/account/authenticator"),
            ("account-passkeys", "/account/passkeys"),
            ("account-sessions", "/account/sessions"),
            ("account-forgotten", "/account/forgotten"),
            ("account-second-step", "/account/second-step"),
            ("account-sign-in", "/account/sign-in"),
            ("people", "/people"),
            ("person", $"/people/{person}"),
            ("people-new", "/people/new"),
            ("organisations", "/people/organisations"),
            ("organisation-new", "/people/organisations/new"),
            ("organisation", $"/people/organisations/{service.OrganisationId}/edit"),
            ("audit", "/people/audit"),
            ("answer", $"/answer/{open.Slug}/{"{language}"}"),
        ];
    }
}
