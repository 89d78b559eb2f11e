using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Standards;

/// <summary>The calendars on which clocks of standards run.</summary>
public sealed class CalendarsIndexModel(CadranDb db, Access access) : LoadedPage<IReadOnlyList<CalendarsIndexModel.CalendarRow>>
{
    public sealed record CalendarRow(Guid Id, string Name, string Jurisdiction, int OpenDays, int OwnDays, LocalText Organisation,
        bool MayEdit);

    public bool MayEdit => access.CanSomewhere(Right.EditCatalogue);

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var found = await (from calendar in db.ServiceCalendars.AsNoTracking()
                           join organisation in db.Organisations on calendar.OrganisationId equals organisation.Id
                           where access.Readable.Contains(calendar.OrganisationId)
                           orderby calendar.Name, calendar.Id
                           select new { Calendar = calendar, organisation.Name }).ToListAsync(ct);
        Shown =
        [
            .. found.Select(f => new CalendarRow(f.Calendar.Id, f.Calendar.Name, Jurisdictions.Find(f.Calendar.Jurisdiction)!.Name,
                f.Calendar.Week.Count(d => d.IsOpen), f.Calendar.OwnDays.Count, f.Name,
                access.Can(Right.EditCatalogue, f.Calendar.OrganisationId))),
        ];
    }
}
