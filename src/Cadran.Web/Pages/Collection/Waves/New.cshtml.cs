using System.ComponentModel.DataAnnotations;
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
        DateOnly today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        (Input.OpensOn, Input.ClosesOn, Input.VersionId) = (today, today.AddDays(30), version);
        await LoadAsync(service, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(null, ct);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        Guid serviceId = await ServiceOfAsync(Input.VersionId!.Value, ct);
        await db.FindServiceAsync(access, serviceId, Right.RunCollection, ct);
        string name = Input.Name!.Trim();
        await WaveForm.RefuseTakenNameAsync(db, serviceId, name, null, ct);
        var wave = new Wave
        {
            ServiceId = serviceId,
            VersionId = Input.VersionId.Value,
            Name = name,
            Slug = Wave.NewSlug(),
            OpensOn = Input.OpensOn!.Value,
            ClosesOn = Input.ClosesOn!.Value,
            ProbabilitySample = Input.ProbabilitySample,
        };
        wave.Reschedule(wave.OpensOn, wave.ClosesOn);
        db.Waves.Add(wave);
        await db.Because("wave.create").SaveChangesAsync(ct);
        TempData["Flash"] = Ready(wave.StateOn(DateOnly.FromDateTime(time.GetLocalNow().DateTime)));
        return Redirect($"/collection/waves/{wave.Id}");
    }

    private string Ready(WaveState state) => state switch
    {
        WaveState.Planned => text["The wave is planned. Preview it now; its link takes answers from the first day on."],
        WaveState.Closed => text["The wave is recorded, but its last day is past: its link takes no answers. Import answers collected elsewhere, or move its last day."],
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
        Versions =
        [
            .. found.OrderBy(v => v.Service.In(Localization.Language), StringComparer.CurrentCultureIgnoreCase).ThenBy(v => v.Name, StringComparer.CurrentCulture).ThenByDescending(v => v.Number)
                .Select(v => new SelectListItem(text["{0}: {1}, version {2}", v.Service.In(Localization.Language), v.Name, v.Number], v.Id.ToString())),
        ];
        if (Input.VersionId is null && serviceId is not null && Versions.Count > 0) Input.VersionId = Guid.Parse(Versions[0].Value);
    }
}

public sealed class WaveForm
{
    [Display(Name = "Questionnaire"), Required(ErrorMessage = "Choose a questionnaire.")]
    public Guid? VersionId { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Give the wave a name."), StringLength(Wave.NameMaxLength, ErrorMessage = "A name may have at most 80 characters.")]
    public string? Name { get; set; }

    [Display(Name = "First day"), Required(ErrorMessage = "Choose the first day.")]
    public DateOnly? OpensOn { get; set; }

    [Display(Name = "Last day"), Required(ErrorMessage = "Choose the last day.")]
    public DateOnly? ClosesOn { get; set; }

    public bool ProbabilitySample { get; set; }

    internal static async Task RefuseTakenNameAsync(CadranDb db, Guid serviceId, string name, Guid? except, CancellationToken ct)
    {
        if (await db.Waves.AnyAsync(w => w.ServiceId == serviceId && w.Name == name && w.Id != except, ct))
            throw new RuleViolationException("wave.name-taken", "This service already has a wave of that name.", nameof(Name));
    }
}
