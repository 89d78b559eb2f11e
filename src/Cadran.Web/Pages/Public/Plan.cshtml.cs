using Cadran.Improvement;
using Cadran.Storage;
using Cadran.Web.Pages.Improvement;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Public;

/// <summary>The published plan of a service for a year, and what became of it, for everybody.</summary>
public sealed class PublicPlanModel(CadranDb db, PlanContents contents) : LoadedPage<PlanView>
{
    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        ServicePlan plan = await db.ServicePlans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.PublishedAtUtc != null, ct)
            ?? throw new MissingException("The page");
        var service = await db.Services.AsNoTracking().FirstAsync(s => s.Id == plan.ServiceId, ct);
        LocalText organisation = await db.Organisations.Where(o => o.Id == service.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        Shown = new(plan, service, organisation, plan.Content!, await contents.OutcomeAsync(plan, plan.Content!, ct)) { IsPublic = true };
    }
}
