using Cadran.Data;
using Cadran.People;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Reporting;

public sealed class ReportsModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    public sealed record Row(Guid Id, LocalText Name, LocalText Organisation, int Waves, DateOnly LastOn);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        DateOnly today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        Rows = await (from service in db.Services.AsNoTracking()
                      join organisation in db.Organisations on service.OrganisationId equals organisation.Id
                      where readable.Contains(service.OrganisationId)
                      let closed = db.Waves.Where(w => w.ServiceId == service.Id && (w.ClosesOn < today || w.ClosedAtUtc != null))
                      where closed.Any()
                      orderby service.Name.En
                      select new Row(service.Id, service.Name, organisation.Name, closed.Count(), closed.Max(w => w.ClosesOn))).ToListAsync(ct);
    }
}
