using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

public sealed class WavesNewModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public WaveForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Versions { get; private set; } = [];

    public async Task OnGetAsync(Guid? service, Guid? version, CancellationToken ct)
    {
        DateOnly today = time.Today;
        (Input.OpensOn, Input.ClosesOn, Input.VersionId) = (today, today.AddDays(30), version);
        await LoadAsync(service, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(null, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Guid serviceId = await ServiceOfAsync(Input.VersionId!.Value, ct);
        await db.FindServiceAsync(access, serviceId, Right.RunCollection, ct);
        await db.RequireFreeWaveNameAsync(serviceId, Input.Name!, null, ct);
        Wave wave = Wave.Plan(serviceId, Input.VersionId.Value, Input.Name!, Input.OpensOn!.Value, Input.ClosesOn!.Value,
            access.Actor, time.Now, Input.ProbabilitySample);
        db.Waves.Add(wave);
        await db.Because("wave.create").SaveChangesAsync(ct);
        TempData["Flash"] = Ready(wave.StateOn(time.Today));
        return Redirect(Routes.Waves.Show(wave.Id));
    }

    private string Ready(WaveState state) => state switch
    {
        WaveState.Planned => text["The wave is planned. Preview it now; its link takes answers from the first day on."],
        WaveState.Closed =>
            text["The wave is recorded, but its last day is past: its link takes no answers. " +
                "Import answers collected elsewhere, or move its last day."],
        _ => text["The wave is ready. Preview it, then give out the link."],
    };

    private async Task<Guid> ServiceOfAsync(Guid versionId, CancellationToken ct) =>
        await (from version in db.QuestionnaireVersions
               join questionnaire in db.Questionnaires on version.QuestionnaireId equals questionnaire.Id
               where version.Id == versionId
               select (Guid?)questionnaire.ServiceId).FirstOrDefaultAsync(ct) ?? throw new MissingException("The questionnaire");

    // Published versions of the services one may collect for, the newest of each questionnaire first.
    private async Task LoadAsync(Guid? serviceId, CancellationToken ct)
    {
        access.RequireSomewhere(Right.RunCollection);
        List<Guid> mine = [.. access.Where(Right.RunCollection)];
        var found = await (
            from version in db.QuestionnaireVersions.AsNoTracking()
            join questionnaire in db.Questionnaires on version.QuestionnaireId equals questionnaire.Id
            join service in db.Services on questionnaire.ServiceId equals service.Id
            where mine.Contains(service.OrganisationId) && (serviceId == null || service.Id == serviceId)
            select new { version.Id, version.Number, questionnaire.Name, Service = service.Name }).ToListAsync(ct);
        var offered = found.Select(v => (v.Id, Service: v.Service.In(Localization.Language), v.Name, v.Number))
            .OrderBy(v => v.Service, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(v => v.Name, StringComparer.CurrentCulture)
            .ThenByDescending(v => v.Number);
        Versions =
            [.. offered.Select(v => new SelectListItem(text["{0}: {1}, version {2}", v.Service, v.Name, v.Number], v.Id.ToString()))];
        if (Input.VersionId is null && serviceId is not null && Versions.Count > 0) Input.VersionId = Guid.Parse(Versions[0].Value);
    }
}
