using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Reporting;

public sealed class ReportingIndexModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    public sealed record Row(Guid Id, LocalText Name, LocalText Organisation, int Waves, DateOnly LastOn);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        DateOnly today = time.Today;
        var waves = await db.Waves.AsNoTracking().Where(w => w.ClosesOn < today || w.ClosedAtUtc != null)
            .Join(db.Services.Where(s => readable.Contains(s.OrganisationId)), w => w.ServiceId, s => s.Id,
                (w, s) => new { s.Id, s.OrganisationId, s.Name, w.ClosesOn })
            .ToListAsync(ct);
        var organisations = await db.Organisations.AsNoTracking().Where(o => readable.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        Rows = [.. waves.GroupBy(w => w.Id)
            .Select(g => new Row(g.Key, g.First().Name, organisations[g.First().OrganisationId], g.Count(), g.Max(w => w.ClosesOn)))
            .OrderBy(r => r.Name.In(Localization.Language), StringComparer.CurrentCulture)];
    }
}
