using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Collection;

public sealed class CollectionIndexModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    public sealed record Row(Wave Wave, LocalText Service, long Responses);

    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public bool MayRun { get; private set; }
    public bool AnyVersion { get; private set; }
    public DateOnly Today { get; } = time.Today;

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        List<Guid> readable = [.. access.Readable];
        MayRun = access.CanSomewhere(Right.RunCollection);
        AnyVersion = await (from questionnaire in db.Questionnaires
                            join service in db.Services on questionnaire.ServiceId equals service.Id
                            where readable.Contains(service.OrganisationId) && questionnaire.Versions.Any()
                            select 1).AnyAsync(ct);
        var all = from wave in db.Waves.AsNoTracking()
                  join service in db.Services on wave.ServiceId equals service.Id
                  where readable.Contains(service.OrganisationId) && (Service == null || service.Id == Service)
                  orderby wave.OpensOn descending, wave.Id descending
                  select new { wave, service.Name, Responses = db.ResponseCounts.Where(c => c.WaveId == wave.Id).Sum(c => c.Count) };
        Total = await all.CountAsync(ct);
        var page = await all.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Rows = [.. page.Select(r => new Row(r.wave, r.Name, r.Responses))];
    }
}
