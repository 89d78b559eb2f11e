using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>A calendar, its week and its own days.</summary>
public sealed class CalendarsEditModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<ServiceCalendar>, IReloadedPage
{
    [BindProperty]
    public CalendarForm Input { get; set; } = new();

    /// <summary>Holidays of this year and the next, for who wants to check.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Input = CalendarForm.Of(Shown);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        if (await db.ServiceCalendars.AnyAsync(c => c.Id != id && c.OrganisationId == Shown.OrganisationId
            && c.Name == Input.Name!.Trim(), ct))
            throw ServiceCalendar.NameTaken();
        Shown.Change(Input.Name!, Input.Jurisdiction ?? "", Input.Week(), Input.OwnDays(), access.Actor, time.Now);
        await db.Because("calendar.change").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Calendars.Edit(id));
    }

    /// <summary>Somebody else changed the calendar: the form shows what it is now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Id, ct);
        ModelState.Clear();
        Input = CalendarForm.Of(Shown);
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Shown = await db.FindCalendarAsync(access, id, Right.EditCatalogue, ct);
        int year = time.Today.Year;
        Jurisdiction of = Jurisdictions.Find(Shown.Jurisdiction) ?? Jurisdiction.None;
        Holidays = [.. of.Holidays(year).Concat(of.Holidays(year + 1)).Distinct().Where(d => d >= time.Today).Order()];
    }
}
