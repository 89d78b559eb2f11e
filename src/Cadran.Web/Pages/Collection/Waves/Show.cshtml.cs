using System.Globalization;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

public sealed class WavesShowModel(CadranDb db, Access access, WaveFieldwork fieldwork, TimeProvider time, AnswerWaves answering,
    IStringLocalizer<Text> text) : PageModel, IReloadedPage
{
    public sealed record QuestionnaireLine(Guid Id, string Name, int Number);

    public Wave Wave { get; private set; } = null!;
    public LocalText Service { get; private set; } = LocalText.Empty;
    public QuestionnaireLine Questionnaire { get; private set; } = null!;
    public long Responses { get; private set; }
    public FieldworkCounts Fieldwork { get; private set; } = FieldworkCounts.None;
    public ImportedRows Imported { get; private set; } = new(0, 0, 0);
    public bool MayRun { get; private set; }
    public DateOnly Today { get; } = time.Today;
    public WaveState State => Wave.StateOn(Today);
    public string Path => Routes.Answer.Wave(Wave.Slug);
    public string Link => $"{Request.Scheme}://{Request.Host}{Path}";

    public string LanguageName(string code) =>
        code.Length == 0 ? text["unknown"] : CultureInfo.CurrentCulture.TextInfo.ToTitleCase(CultureInfo.GetCultureInfo(code).DisplayName);

    public async Task OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.RunCollection, ct);
        Wave.Close(access.Actor, time.Now);
        return await SaveAsync("wave.close", text["The wave is closed."], ct);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.RunCollection, ct);
        Wave.Reopen(access.Actor, time.Now);
        return await SaveAsync("wave.reopen", State == WaveState.Closed
            ? text["The wave is reopened, but its last day has passed: change the dates to take answers again."]
            : text["The wave is open again."], ct);
    }

    private async Task<IActionResult> SaveAsync(string action, string said, CancellationToken ct)
    {
        await db.Because(action).SaveChangesAsync(ct);
        answering.Forget(Wave.Slug);
        TempData["Flash"] = said;
        return Redirect(Routes.Waves.Show(Wave.Id));
    }

    public Task ReloadAsync(CancellationToken ct) => LoadAsync(Wave.Id, Right.Read, ct);

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Wave, Cadran.Catalogue.Service service) = await db.FindWaveAsync(access, id, right, ct);
        Service = service.Name;
        MayRun = access.Can(Right.RunCollection, service.OrganisationId);
        Questionnaire = await (from version in db.QuestionnaireVersions
                               join questionnaire in db.Questionnaires on version.QuestionnaireId equals questionnaire.Id
                               where version.Id == Wave.VersionId
                               select new QuestionnaireLine(questionnaire.Id, questionnaire.Name, version.Number)).FirstAsync(ct);
        Responses = await db.ResponseCounts.Where(c => c.WaveId == id).SumAsync(c => c.Count, ct);
        Imported = await ImportedRows.OfAsync(db, id, ct);
        if (Responses > 0) Fieldwork = await fieldwork.CountsAsync(id, ct);
    }
}
