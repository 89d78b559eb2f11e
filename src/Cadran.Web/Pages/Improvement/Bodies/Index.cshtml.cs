using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The bodies of the organisations that the person may read, with their last and next meeting.</summary>
public sealed class BodiesIndexModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    /// <param name="Overdue">It has not met for longer than it said, and calls no meeting.</param>
    public sealed record Row(GovernanceBody Body, LocalText Organisation, DateOnly? Last, DateOnly? Next, bool Overdue);

    public bool MayImprove => access.CanSomewhere(Right.Improve);
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        DateOnly today = time.Today;
        var found = await (from b in db.GovernanceBodies.AsNoTracking()
                           join o in db.Organisations on b.OrganisationId equals o.Id
                           where readable.Contains(b.OrganisationId)
                           orderby b.Name, b.Id
                           select new
                           {
                               Body = b,
                               o.Name,
                               Last = db.Meetings.Where(m => m.BodyId == b.Id && m.On <= today).Max(m => (DateOnly?)m.On),
                               Next = db.Meetings.Where(m => m.BodyId == b.Id && m.On > today).Min(m => (DateOnly?)m.On),
                           }).ToListAsync(ct);
        Rows = [.. found.Select(b => new Row(b.Body, b.Name, b.Last, b.Next, b.Next is null
            && (b.Last ?? time.DayOf(b.Body.MadeAtUtc)).AddMonths(b.Body.EveryMonths) < today))];
    }
}
