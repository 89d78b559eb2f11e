using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Insight;

/// <summary>Waves that have responses, latest first.</summary>
public sealed class InsightIndexModel(CadranDb db, Access access) : PageModel
{
    public const int PageSize = 25;

    public sealed record Row(Guid Id, string Name, LocalText Service, Guid ServiceId, DateOnly OpensOn, DateOnly ClosesOn, long Responses,
        Guid? EarlierId);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Waves { get; private set; } = [];
    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        var waves = from wave in db.Waves.AsNoTracking()
                    join service in db.Services.AsNoTracking() on wave.ServiceId equals service.Id
                    where readable.Contains(service.OrganisationId)
                    let responses = db.ResponseCounts.Where(c => c.WaveId == wave.Id).Sum(c => c.Count)
                    where responses > 0
                    orderby wave.OpensOn descending, wave.Id
                    select new
                    {
                        wave.Id,
                        wave.Name,
                        Service = service.Name,
                        wave.ServiceId,
                        wave.OpensOn,
                        wave.ClosesOn,
                        responses,
                        EarlierId = db.Waves
                            .Where(w => w.ServiceId == wave.ServiceId && w.OpensOn < wave.OpensOn
                                && db.ResponseCounts.Where(c => c.WaveId == w.Id).Sum(c => c.Count) > 0)
                            .OrderByDescending(w => w.OpensOn).Select(w => (Guid?)w.Id).FirstOrDefault(),
                    };
        Total = await waves.CountAsync(ct);
        P = Math.Clamp(P, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Waves = [.. (await waves.Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(ct))
            .Select(w => new Row(w.Id, w.Name, w.Service, w.ServiceId, w.OpensOn, w.ClosesOn, w.responses, w.EarlierId))];
    }
}
