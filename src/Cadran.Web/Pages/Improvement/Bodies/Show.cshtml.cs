using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

/// <summary>A body: its members, its meetings, and what it asked for that is not done.</summary>
public sealed class BodiesShowModel(CadranDb db, Access access, TimeProvider time) : LoadedPage<GoverningView>
{
    public DateOnly Today => time.Today;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        GovernanceBody body = await db.FindBodyAsync(access, id, Right.Read, ct);
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.BodyId == id).OrderByDescending(m => m.On).ToListAsync(ct);
        Shown = new(body, await db.Organisations.Where(o => o.Id == body.OrganisationId).Select(o => o.Name).FirstAsync(ct), meetings,
            GoverningView.OpenOf(meetings), access.Can(Right.Improve, body.OrganisationId));
    }
}
