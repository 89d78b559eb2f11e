using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Which waves asked the people who give the service.</summary>
public sealed class StepsStaffModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text) : LoadedPage<StaffView>
{
    private const int Most = 200;

    [BindProperty, Display(Name = "Wave"), Required(ErrorMessage = "Choose the wave that asked staff.")]
    public Guid? Wave { get; set; }

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        if (!ModelState.IsValid) return this.Invalid();
        (Wave wave, _) = await db.FindWaveAsync(access, Wave!.Value, Right.Read, ct);
        if (await db.StaffSurveys.FirstOrDefaultAsync(s => s.ServiceId == id && s.WaveId == wave.Id, ct) is { } before)
            before.NameAgain(access.Actor, time.Now);
        else db.StaffSurveys.Add(StaffSurvey.Name(Shown.Service, wave, access.Actor, time.Now));
        await db.Because("staff-survey.name").SaveChangesAsync(ct);
        return Saved(id);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid survey, CancellationToken ct)
    {
        ModelState.Clear();
        await LoadAsync(id, Right.Improve, ct);
        StaffSurvey found = await db.StaffSurveys.FirstOrDefaultAsync(s => s.ServiceId == id && s.Id == survey, ct)
            ?? throw new MissingException("The survey");
        found.Withdraw(access.Actor, time.Now);
        await db.Because("staff-survey.withdraw").SaveChangesAsync(ct);
        return Saved(id);
    }

    private RedirectResult Saved(Guid id)
    {
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Steps.Staff(id));
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        Service service = await db.FindServiceAsync(access, id, right, ct);
        var readable = access.Readable;
        var named = await (from n in db.StaffSurveys.AsNoTracking()
                           join w in db.Waves on n.WaveId equals w.Id
                           join s in db.Services on w.ServiceId equals s.Id
                           where n.ServiceId == id && n.WithdrawnAtUtc == null
                           orderby w.ClosesOn descending
                           select new { n, w.Name, Of = s.Name, w.ClosesOn, w.ClosedAtUtc, s.OrganisationId }).ToListAsync(ct);
        var waves = await (from w in db.Waves.AsNoTracking()
                           join s in db.Services on w.ServiceId equals s.Id
                           where s.OrganisationId == service.OrganisationId && s.Id != id
                           orderby w.OpensOn descending, w.Id
                           select new { w.Id, w.Name, Of = s.Name }).Take(Most).ToListAsync(ct);
        Shown = new(service,
            [
                .. named.Select(r => new StaffView.Row(r.n, r.Name, r.Of, Cadran.Collection.Wave.EndOf(r.ClosesOn, r.ClosedAtUtc),
                    readable.Contains(r.OrganisationId))),
            ],
            [
                .. waves.Where(w => named.All(r => r.n.WaveId != w.Id))
                    .Select(w => new SelectListItem($"{w.Of.In(Localization.Language)}, {w.Name}", w.Id.ToString())),
            ],
            access.Can(Right.Improve, service.OrganisationId));
    }
}
