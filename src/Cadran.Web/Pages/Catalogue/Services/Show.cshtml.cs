using Cadran.Catalogue;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Storage;
using Cadran.Web.Platform;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>The heart of the product: one service from its clients' answers to the verified effect of what was done.</summary>
public sealed class ServicesShowModel(CadranDb db, Access access, ServiceOverviews stories) : LoadedPage<ServiceOverview>
{
    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        Shown = await stories.ReadAsync(await db.FindServiceAsync(access, id, Right.Read, ct), ct);
}
