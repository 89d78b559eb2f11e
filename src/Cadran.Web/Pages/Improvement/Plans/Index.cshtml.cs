using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The yearly plans of the services that the person may read.</summary>
public sealed class PlansIndexModel(CadranDb db, Access access) : PageModel
{
    public sealed record Row(ServicePlan Plan, LocalText Service, LocalText Organisation);

    /// <summary>A service that the list was opened from.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Service { get; set; }
    [BindProperty(SupportsGet = true)] public int P { get; set; } = 1;

    public LocalText? Chosen { get; private set; }
    public bool MayBegin { get; private set; }
    public ListPage<Row> Rows { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        IQueryable<Service> services = db.Services.AsNoTracking().Where(s => readable.Contains(s.OrganisationId));
        if (Service is { } id)
        {
            Service only = await db.FindServiceAsync(access, id, Right.Read, ct);
            (Chosen, MayBegin) = (only.Name, access.Can(Right.Improve, only.OrganisationId));
            services = services.Where(s => s.Id == id);
        }
        Rows = await (from p in db.ServicePlans.AsNoTracking()
                      join s in services on p.ServiceId equals s.Id
                      join o in db.Organisations on s.OrganisationId equals o.Id
                      orderby p.Year descending, p.BegunAtUtc descending, p.Id
                      select new Row(p, s.Name, o.Name)).PageAsync(P, ct);
    }
}
