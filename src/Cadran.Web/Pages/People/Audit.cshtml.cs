using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.People;

/// <summary>
/// The trail is the installation's, not an organisation's: only somebody with the right on the top of the tree reads it,
/// because an event cannot be cut to fit a branch without breaking its seal.
/// </summary>
public sealed class PeopleAuditModel(CadranDb db, Access access) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true), Display(Name = "Object or action"), StringLength(80)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEvent> Events { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Guid top = await db.Organisations.Where(o => o.ParentId == null).Select(o => o.Id).FirstAsync(ct);
        if (!access.Can(Right.Audit, top)) throw new ForbiddenException(nameof(Right.Audit));
        IQueryable<AuditEvent> events = db.AuditEvents.AsNoTracking();
        if (Before is { } before) events = events.Where(e => e.Number < before);
        if (!string.IsNullOrWhiteSpace(Subject))
            events = events.Where(e => e.SubjectId == Subject.Trim() || e.Action.StartsWith(Subject.Trim()));
        Events = await events.OrderByDescending(e => e.Number).Take(PageSize).ToListAsync(ct);
        Older = Events.Count == PageSize ? Events[^1].Number : null;
    }
}
