using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
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

    /// <summary>Words of the service's name, or its number, where there are too many questionnaires to list.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "Service, name or number")]
    public string? Q { get; set; }

    /// <summary>More questionnaires are offered than a list is good for: the service is searched first.</summary>
    public bool IsSearched { get; private set; }

    public async Task OnGetAsync(Guid? service, Guid? version, CancellationToken ct)
    {
        DateOnly today = time.Today;
        (Input.OpensOn, Input.ClosesOn, Input.VersionId) = (today, today.AddDays(30), version);
        await LoadAsync(service, version, ct);
        if (Input.VersionId is null && service is not null && Versions.Count > 0) Input.VersionId = Guid.Parse(Versions[0].Value);
    }

    /// <summary>The form goes back to the address that it came from, so that what is refused is shown with the same choices.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? service, Guid? version, CancellationToken ct)
    {
        await LoadAsync(service, Input.VersionId ?? version, ct);
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
    private async Task LoadAsync(Guid? serviceId, Guid? versionId, CancellationToken ct)
    {
        access.RequireSomewhere(Right.RunCollection);
        List<Guid> mine = [.. access.Where(Right.RunCollection)];
        IQueryable<Service> services = db.Services.AsNoTracking().Where(s => mine.Contains(s.OrganisationId)).Matching(Q);
        if (serviceId is not null) services = services.Where(s => s.Id == serviceId);
        var all = from version in db.QuestionnaireVersions.AsNoTracking()
                  join questionnaire in db.Questionnaires on version.QuestionnaireId equals questionnaire.Id
                  join service in services on questionnaire.ServiceId equals service.Id
                  join organisation in db.Organisations on service.OrganisationId equals organisation.Id
                  select new { version.Id, version.Number, questionnaire.Name, Service = service.Name, Organisation = organisation.Name };
        IsSearched = serviceId is null && await all.CountAsync(ct) > ServiceChoices.Most;
        // The one that was chosen elsewhere stands alone.
        if (IsSearched) all = all.Where(v => v.Id == versionId);
        var found = await all.ToListAsync(ct);
        IsSearched = IsSearched && found.Count == 0;
        var offered = found.Select(v => (v.Id, Service: v.Service.In(Localization.Language), v.Name, v.Number,
                Organisation: v.Organisation.In(Localization.Language)))
            .OrderBy(v => v.Organisation, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(v => v.Service, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(v => v.Name, StringComparer.CurrentCulture)
            .ThenByDescending(v => v.Number);
        // Services of one name are told apart by whose they are.
        var headings = offered.Select(v => v.Organisation).Distinct().ToDictionary(o => o, o => new SelectListGroup { Name = o });
        Versions =
            [.. offered.Select(v => new SelectListItem(text["{0}: {1}, version {2}", v.Service, v.Name, v.Number], v.Id.ToString())
            {
                Group = headings[v.Organisation],
            })];
    }
}
