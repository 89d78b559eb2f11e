using System.Globalization;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>A wave: its dates, its link and how its fieldwork goes.</summary>
public sealed class WavesShowModel(
    CadranDb db, Access access, WaveFieldwork fieldwork, PublishedCounts counts, TimeProvider time, AnswerWaves answering,
    CadranSettings settings, IStringLocalizer<Text> text)
    : LoadedPage<WaveView>, IReloadedPage
{
    public DateOnly Today { get; } = time.Today;
    public WaveState State => Shown.Wave.StateOn(Today);
    public string Path => Routes.Answer.Wave(Shown.Wave.Slug);
    public string Link => $"{settings.Address(Request)}{Path}";

    public DateTime Local(DateTime utc) => time.Local(utc);

    /// <summary>A burst is told for a week.</summary>
    public bool IsRecent(DateTime utc) => time.GetUtcNow().UtcDateTime - utc < TimeSpan.FromDays(7);

    public string LanguageName(string code) =>
        code.Length == 0 ? text["unknown"] : CultureInfo.CurrentCulture.TextInfo.ToTitleCase(CultureInfo.GetCultureInfo(code).DisplayName);

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        Shown.Wave.Close(access.Actor, time.Now);
        return await SaveAsync("wave.close", text["The wave is closed."], ct);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        Shown.Wave.Reopen(access.Actor, time.Now);
        string said = State == WaveState.Closed
            ? text["The wave is reopened, but its last day has passed: change the dates to take answers again."]
            : text["The wave is open again."];
        return await SaveAsync("wave.reopen", said, ct);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        // What holds it may come at this moment: it is counted where nobody else saves.
        await using var alone = await db.BeginAloneAsync(ct);
        await db.Entry(Shown.Wave).ReloadAsync(ct);
        RestsOnWave rests = await RestsOnWave.OfAsync(db, Shown.Wave, ct);
        Shown.Wave.RequireDeletable(await db.CountResponsesAsync(id, ct), await db.ResponseImports.CountAsync(i => i.WaveId == id, ct),
            rests.Decisions.Count + rests.Targets.Count + rests.Verdicts.Count
                + await db.StaffSurveys.CountAsync(s => s.WaveId == id, ct), time.Today,
            await db.Samples.CountAsync(s => s.WaveId == id, ct));
        db.Waves.Remove(Shown.Wave);
        await db.Because("wave.delete").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        answering.Forget(Shown.Wave.Slug);
        TempData["Flash"] = text["The wave {0} was deleted.", Shown.Wave.Name].Value;
        return Redirect(Routes.Collection.Index(Shown.Wave.ServiceId));
    }

    private async Task<IActionResult> SaveAsync(string action, string said, CancellationToken ct)
    {
        await db.Because(action).SaveChangesAsync(ct);
        answering.Forget(Shown.Wave.Slug);
        TempData["Flash"] = said;
        return Redirect(Routes.Waves.Show(Shown.Wave.Id));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Wave.Id, Right.Read, ct);

    private async Task<WaveView> LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, id, right, ct);
        var asked = await (from version in db.QuestionnaireVersions
                           join questionnaire in db.Questionnaires on version.QuestionnaireId equals questionnaire.Id
                           where version.Id == wave.VersionId
                           select new { questionnaire.Id, questionnaire.Name, version.Number, version.Content }).FirstAsync(ct);
        long responses = await db.ResponseCounts.Where(c => c.WaveId == id).SumAsync(c => c.Count, ct);
        return new(wave, service.Name, asked.Id, asked.Name, asked.Number)
        {
            Languages = asked.Content.Languages,
            Responses = responses,
            Fieldwork = responses > 0 ? await fieldwork.CountsAsync(id, ct) : FieldworkCounts.None,
            Imported = await ImportedRows.OfAsync(db, id, ct),
            Pace = await db.WavePaces.AsNoTracking().FirstOrDefaultAsync(p => p.WaveId == id, ct),
            Count = await counts.FindAsync(id, ct),
            RestsOn = await RestsOnWave.OfAsync(db, wave, ct),
            Sample = await db.Samples.AsNoTracking().FirstOrDefaultAsync(s => s.WaveId == id, ct),
            MayRun = access.Can(Right.RunCollection, service.OrganisationId),
        };
    }
}
