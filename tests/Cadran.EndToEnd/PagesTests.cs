using System.Text.RegularExpressions;
using Cadran.EndToEnd.Support;
using Cadran.Improvement;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>
/// Every page with the demonstration in it: accessible, within the screen, in both languages, wide and narrow, light and dark.
/// </summary>
public sealed partial class PagesTests(LiveApp app)
{
    /// <summary>Pages that nobody reaches by an address alone, and where they are looked at instead.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["/account/password"] = "Of a link that was sent: AccountPasswordTests.",
        ["/catalogue/inventory/outcome/{id:guid}"] = "After a file was read: the journey.",
        ["/collection/frames/{id:guid}/check/{import:guid}"] = "After a list was read: FramesCheckTests.",
        ["/collection/frames/{id:guid}/columns/{import:guid}"] = "After a list was sent: FramesColumnsTests.",
        ["/collection/waves/{id:guid}/import/{import:guid}/check"] = "After a file was read: the journey.",
        ["/collection/waves/{id:guid}/import/{import:guid}/columns"] = "After a file was sent: the journey.",
        ["/collection/waves/{id:guid}/qr.{format:regex(^(svg|png)$)}"] = "A picture.",
        ["/insight/waves/{id:guid}/reproduce/{chart}/{handler?}"] = "A script.",
        ["/error/{code:int}"] = "What is wrong has no page of its own: ErrorShowTests.",
        ["/jobs/{id:guid}"] = "While something is under way: the journey.",
        ["/standards/cases/{id:guid}"] = "After a file was counted: CasesShowTests.",
        ["/setup/{token}"] = "Once, in an empty installation: LiveApp begins there.",
    };

    [Fact]
    public async Task NoPage_IsForgotten()
    {
        await (await app.OpenAsync()).Context.CloseAsync();
        string[] seen = [.. (await PathsAsync()).Select(p => p.Path.Split('?')[0].Replace("{language}", "en", StringComparison.Ordinal))];
        string[] pages = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => p != "/" && !p.EndsWith("/Index", StringComparison.Ordinal))
            .Distinct()];
        Assert.DoesNotContain(pages, pattern => !Elsewhere.ContainsKey(pattern) && !seen.Any(Of(pattern).IsMatch));
        Assert.Empty(Elsewhere.Keys.Except(pages));
    }

    // As the program finds a page: numbers of objects are no words.
    private static Regex Of(string pattern) => new("^" + Parameter().Replace(pattern, match =>
        match.Groups["optional"].Success ? "(/[^/]+)?" : match.Groups["kind"].Value switch
        {
            "guid" => "/[0-9a-f-]{36}",
            "int" => "/[0-9]+",
            _ => "/[^/]+",
        }) + "$");

    [GeneratedRegex("/\\{[a-z]+(:(?<kind>[a-z]+))?(?<optional>\\?)?\\}")]
    private static partial Regex Parameter();

    // Contrast depends on width and palette and not on the language, and all else does not depend on the palette. Each language begins
    // at another width, so that pages are also seen to take a window made wider and one made narrower.
    [Theory]
    [InlineData("en", 1280, 390), InlineData("fr", 390, 1280)]
    public async Task EveryPage_IsRight(string language, int width, int then)
    {
        IPage page = await app.OpenAsync(width, language);
        var wrong = new List<string>();
        // To look at a few: CADRAN_PAGES=organisations,audit.
        string[]? only = Environment.GetEnvironmentVariable("CADRAN_PAGES")?.Split(',');
        foreach ((string name, string path) in (await PathsAsync()).Where(p => only is null || only.Contains(p.Name)))
        {
            await TryAsync(async () =>
            {
                await page.SetViewportSizeAsync(width, 900);
                IResponse? response = await page.GotoAsync(path.Replace("{language}", language, StringComparison.Ordinal));
                Assert.True(response!.Status == 200, $"{path} answered {response.Status}");
                await page.WaitForLoadStateAsync(LoadState.Load);
                await page.MustBeRightAsync(name, language, Look.Everything);
            });
            await TryAsync(() => InTheDarkAsync(page, name, language));
            await TryAsync(async () =>
            {
                await page.SetViewportSizeAsync(then, 900);
                await page.MustBeRightAsync(name, language, Look.EverythingButColours);
            });
        }
        await page.Context.CloseAsync();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));

        async Task TryAsync(Func<Task> look)
        {
            try { await look(); }
            catch (Xunit.Sdk.XunitException failure) { wrong.Add(failure.Message); }
        }
    }

    private static async Task InTheDarkAsync(IPage page, string name, string language)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        try
        {
            await Look.ShootAsync(page, $"{name}-dark", language);
            await page.MustBeAccessibleAsync($"{name}-dark", language, Look.Colours);
        }
        finally { await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light }); }
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
        var standard = await db.ServiceStandards.FirstAsync(s => s.ServiceId == service.Id);
        var sample = await db.Samples.FirstAsync();
        var meeting = await db.Meetings.OrderByDescending(m => m.On).FirstAsync();
        var plan = await db.ServicePlans.FirstAsync(p => p.PublishedAtUtc != null);
        var draft = await db.ServicePlans.FirstAsync(p => p.SubmittedAtUtc == null);
        var box = await db.IdeaBoxes.FirstAsync(b => b.ServiceId == service.Id);
        var idea = await db.Ideas.FirstAsync(i => i.BoxId == box.Id && db.IdeaAnswers.Any(a => a.IdeaId == i.Id));
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
            ("service-new", "/catalogue/services/new"),
            ("service-edit", $"/catalogue/services/{service.Id}/edit"),
            ("catalogue-import", "/catalogue/inventory/import"),
            ("catalogue-standards", "/standards"),
            ("standard-new", $"/standards/new?service={service.Id}"),
            ("standard", $"/standards/{standard.Id}/edit"),
            ("standard-show", $"/standards/{standard.Id}"),
            ("standard-importance", $"/standards/importance?service={service.Id}"),
            ("standard-terms", $"/standards/{standard.Id}/terms"),
            ("standard-results", $"/standards/{standard.Id}/results"),
            ("cases-new", $"/standards/cases/new?standard={standard.Id}"),
            ("calendars", "/standards/calendars"),
            ("calendar-new", "/standards/calendars/new"),
            ("calendar", $"/standards/calendars/{(await db.ServiceCalendars.FirstAsync()).Id}/edit"),
            ("public-service", $"/public/service/{service.Id}"),
            ("public-charter", $"/public/charter/{service.Id}"),
            ("charter", $"/commitments/charters/{service.Id}"),
            ("charter-write", $"/commitments/charters/{service.Id}/write"),
            ("public-organisation", $"/public/organisation/{service.OrganisationId}"),
            ("questionnaires", "/questionnaires"),
            ("questionnaire-new", "/questionnaires/new"),
            ("questionnaire", $"/questionnaires/drafts/{questionnaire.Id}"),
            ("questionnaire-add", $"/questionnaires/drafts/{questionnaire.Id}/add"),
            ("questionnaire-own", $"/questionnaires/drafts/{questionnaire.Id}/own"),
            ("questionnaire-rules",
                $"/questionnaires/drafts/{questionnaire.Id}/rules/Question/{questionnaire.Draft.Questions.Last().Code}"),
            ("questionnaire-preview", $"/questionnaires/drafts/{questionnaire.Id}/preview/{"{language}"}"),
            ("questionnaire-publish", $"/questionnaires/drafts/{questionnaire.Id}/publish"),
            ("questionnaire-texts", $"/questionnaires/drafts/{questionnaire.Id}/texts"),
            ("questionnaire-from-file", "/questionnaires/from-file"),
            ("questionnaire-import", "/questionnaires/import"),
            ("version", $"/questionnaires/versions/{questionnaire.Id}/1"),
            ("version-export", $"/questionnaires/versions/{questionnaire.Id}/1/export"),
            ("collection", "/collection"),
            ("wave-new", "/collection/waves/new"),
            ("wave", $"/collection/waves/{open.Id}"),
            ("wave-closed", $"/collection/waves/{last.Id}"),
            ("answer-receipt", $"/answer/{last.Slug}/{"{language}"}/receipt"),
            ("wave-edit", $"/collection/waves/{open.Id}/edit"),
            ("wave-poster", $"/collection/waves/{open.Id}/poster"),
            ("wave-preview", $"/collection/waves/{open.Id}/preview/{"{language}"}/1"),
            ("wave-set-aside", $"/collection/waves/{open.Id}/set-aside"),
            ("wave-import", $"/collection/waves/{open.Id}/import"),
            ("frames", "/collection/frames"),
            ("frame-new", "/collection/frames/new"),
            ("frame", $"/collection/frames/{sample.FrameId}"),
            ("frame-import", $"/collection/frames/{sample.FrameId}/import"),
            ("frame-people", $"/collection/frames/{sample.FrameId}/people"),
            ("sample-new", $"/collection/samples/new?frame={sample.FrameId}"),
            ("sample", $"/collection/samples/{sample.Id}"),
            ("invitations", $"/collection/waves/{sample.WaveId}/invitations"),
            ("ledger", $"/collection/waves/{sample.WaveId}/ledger"),
            ("invitation-letters", $"/collection/waves/{sample.WaveId}/letters"),
            ("invite", $"/collection/waves/{sample.WaveId}/invite"),
            ("invitation-message", $"/collection/waves/{sample.WaveId}/message?kind=Reminder&language={{language}}"),
            ("contact-rule", "/collection/contacts/rule"),
            ("opt-out", "/collection/contacts/opt-out"),
            ("insight", "/insight"),
            ("comments", $"/insight/waves/{last.Id}/comments"),
            ("results", $"/insight/waves/{last.Id}"),
            ("results-split", $"/insight/waves/{last.Id}?by=channel"),
            ("api-keys", "/people/api-keys"),
            ("feedback", "/feedback"),
            ("complaints", "/feedback/complaints"),
            ("complaint-new", $"/feedback/complaints/new?service={service.Id}"),
            ("complaint", $"/feedback/complaints/{(await db.Complaints.FirstAsync(c => c.AnsweredOn == null && c.RefusedOn == null)).Id}"),
            ("complaint-answered", $"/feedback/complaints/{(await db.Complaints.FirstAsync(c => c.Reopenings > 0)).Id}"),
            ("complaint-rule", $"/feedback/complaints/rule?organisation={service.OrganisationId}"),
            ("public-complaint", $"/public/complaint/{service.Id}"),
            ("public-followup", "/public/followup"),
            ("results-weighting", $"/insight/waves/{last.Id}/weighting"),
            ("results-files", $"/insight/waves/{last.Id}/export"),
            ("compare", $"/insight/compare?from={before.Id}&to={last.Id}"),
            ("improvement", "/improvement"),
            ("steps", "/improvement/steps"),
            ("steps-show", $"/improvement/steps/{service.Id}"),
            ("steps-write", $"/improvement/steps/{service.Id}/write/selfassessment"),
            ("steps-staff", $"/improvement/steps/{service.Id}/staff"),
            ("bodies", "/improvement/bodies"),
            ("body-new", "/improvement/bodies/new"),
            ("body", $"/improvement/bodies/{meeting.BodyId}"),
            ("body-edit", $"/improvement/bodies/{meeting.BodyId}/edit"),
            ("meeting-new", $"/improvement/meetings/new?body={meeting.BodyId}"),
            ("meeting", $"/improvement/meetings/{meeting.Id}"),
            ("plans", "/improvement/plans"),
            ("plan-new", $"/improvement/plans/new?service={service.Id}"),
            ("plan", $"/improvement/plans/{plan.Id}"),
            ("plan-edit", $"/improvement/plans/{draft.Id}/edit"),
            ("plan-draft", $"/improvement/plans/{draft.Id}"),
            ("public-plan", $"/public/plan/{plan.Id}"),
            ("ideas", "/feedback/ideas"),
            ("idea", $"/feedback/ideas/{idea.Id}"),
            ("box-new", $"/feedback/boxes/new?service={service.Id}"),
            ("box", $"/feedback/boxes/{box.Id}"),
            ("public-box", $"/public/box/{box.Slug}"),
            ("public-box-receipt", $"/public/box/{box.Slug}/receipt"),
            ("decision-start", "/improvement/start/decision"),
            ("target-start", "/improvement/start/target"),
            ("decision", $"/improvement/decisions/{decision.Id}"),
            ("decision-edit", $"/improvement/decisions/{decision.Id}/edit"),
            ("decision-new", $"/improvement/decisions/new?wave={last.Id}"),
            ("target", $"/improvement/targets/{target.Id}"),
            ("target-edit", $"/improvement/targets/{target.Id}/edit"),
            ("target-new", $"/improvement/targets/new?service={service.Id}"),
            ("action", $"/improvement/actions/{actions[0].Id}"),
            ("action-edit", $"/improvement/actions/{actions[0].Id}/edit"),
            ("entry-raise", "/improvement/actions/raise"),
            ("entry", $"/improvement/actions/{(await db.ImprovementActions.FirstAsync(ImprovementAction.Is(ActionState.Assessed))).Id}"),
            ("entry-assess",
                $"/improvement/actions/{(await db.ImprovementActions.FirstAsync(ImprovementAction.Is(ActionState.Raised))).Id}/assess"),
            ("entry-decide",
                $"/improvement/actions/{(await db.ImprovementActions.FirstAsync(ImprovementAction.Is(ActionState.Assessed))).Id}/decide"),
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
