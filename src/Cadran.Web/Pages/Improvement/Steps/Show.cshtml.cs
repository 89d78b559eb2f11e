using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The four questions and nine steps of one service: what is there, what is late or missing, and one click to do it.</summary>
public sealed class StepsShowModel(CadranDb db, Access access, StepFactsReader facts) : LoadedPage<StepsView>
{
    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Service service = await db.FindServiceAsync(access, id, Right.Read, ct);
        var statements = await db.StepStatements.AsNoTracking().Where(s => s.ServiceId == id).OrderByDescending(s => s.Number)
            .ToListAsync(ct);
        Shown = new(service, await db.Organisations.Where(o => o.Id == service.OrganisationId).Select(o => o.Name).FirstAsync(ct),
            await facts.OfAsync(service, ct), statements.ToLookup(s => s.Kind));
    }
}
