using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Reporting;

public sealed class ReportingIndexModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    public sealed record Row(Guid Id, LocalText Name, LocalText Organisation, int Waves, DateOnly LastOn);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public ListPage<Row> Rows { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        DateOnly today = time.Today;
        bool french = Localization.Language == "fr";
        var measured = from w in db.Waves
                       where w.ClosesOn < today || w.ClosedAtUtc != null
                       group w by w.ServiceId into waves
                       select new { ServiceId = waves.Key, Count = waves.Count(), LastOn = waves.Max(w => w.ClosesOn) };
        Rows = await (from m in measured
                      join s in db.Services.AsNoTracking() on m.ServiceId equals s.Id
                      join o in db.Organisations on s.OrganisationId equals o.Id
                      where readable.Contains(s.OrganisationId)
                      orderby french ? s.SortFr : s.SortEn, s.Id
                      select new Row(s.Id, s.Name, o.Name, m.Count, m.LastOn)).PageAsync(P, ct);
    }
}
