using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Feedback;

/// <summary>Finds what holds for the complaints about an organisation.</summary>
public sealed class ComplaintRules(CadranDb db, OrganisationTrees trees)
{
    private static readonly Lazy<WorkingTime> Weekdays = new(() => WorkingTime.Of(ServiceCalendar.Create(Guid.Empty, "weekdays", "",
        OpeningHours.OfficeWeek, [], Actor.System, Moment.On(WorkingTime.First))));

    /// <summary>Its own rule, else that of the nearest organisation above, else the usual one.</summary>
    public async Task<ComplaintRule> OfAsync(Guid organisationId, CancellationToken ct)
    {
        IReadOnlyList<Guid> above = (await trees.ReadAsync(db, ct)).Above(organisationId);
        List<ComplaintRule> rules = await db.ComplaintRules.AsNoTracking().Where(r => above.Contains(r.OrganisationId)).ToListAsync(ct);
        return above.Select(o => rules.Find(r => r.OrganisationId == o)).FirstOrDefault(r => r is not null) ?? ComplaintRule.Usual;
    }

    public async Task<ComplaintDeadlines> DeadlinesAsync(Guid organisationId, CancellationToken ct)
    {
        ComplaintRule rule = await OfAsync(organisationId, ct);
        WorkingTime calendar = rule.CalendarId is { } id
            ? WorkingTime.Of(await db.ServiceCalendars.AsNoTracking().FirstAsync(c => c.Id == id, ct)) : Weekdays.Value;
        return new(rule.DecideInDays, rule.AnswerInOpenDays, calendar);
    }
}
