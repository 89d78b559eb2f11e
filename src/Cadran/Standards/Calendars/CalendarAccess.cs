using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

public static class CalendarAccess
{
    /// <summary>The calendar, tracked; one of an organisation that the person cannot read is missing.</summary>
    public static async Task<ServiceCalendar> FindCalendarAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        ServiceCalendar calendar = await db.ServiceCalendars.FirstOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new MissingException("The calendar");
        access.Require(right, calendar.OrganisationId);
        return calendar;
    }

    /// <summary>Calendars that a service of the organisation can use: its own and those of the organisations above it.</summary>
    public static async Task<IReadOnlyList<ServiceCalendar>> CalendarsForAsync(
        this CadranDb db, OrganisationTrees trees, Guid organisationId, CancellationToken ct)
    {
        List<Guid> above = [.. (await trees.ReadAsync(db, ct)).Above(organisationId)];
        return await db.ServiceCalendars.AsNoTracking().Where(c => above.Contains(c.OrganisationId))
            .OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(ct);
    }
}
