using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Standards;

/// <summary>A calendar written by hand.</summary>
public sealed class CalendarsNewModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    [BindProperty]
    public CalendarForm Input { get; set; } = new();

    [BindProperty, Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation.")]
    public Guid? OrganisationId { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = CalendarForm.Of(null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        access.Require(Right.EditCatalogue, OrganisationId!.Value);
        var made = ServiceCalendar.Create(OrganisationId.Value, Input.Name!, Input.Jurisdiction ?? "", Input.Week(), Input.OwnDays(),
            access.Actor, time.Now);
        if (await db.ServiceCalendars.AnyAsync(c => c.OrganisationId == made.OrganisationId && c.Name == made.Name, ct))
            throw ServiceCalendar.NameTaken();
        db.ServiceCalendars.Add(made);
        await db.Because("calendar.create").SaveChangesAsync(ct);
        return Redirect(Routes.Calendars.Index);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.EditCatalogue);
        Organisations = await OrganisationChoices.ForAsync(db, access, Right.EditCatalogue, ct);
        if (Organisations.Count == 1) OrganisationId ??= Guid.Parse(Organisations[0].Value!);
    }
}
