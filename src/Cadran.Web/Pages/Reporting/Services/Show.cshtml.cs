using Cadran.Catalogue;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Pages.Reporting;

public sealed class ServicesShowModel(CadranDb db, Access access, ServiceOverviews stories) : PageModel
{
    public ServiceOverview Story { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        Story = await stories.ReadAsync(await db.FindServiceAsync(access, id, Right.Read, ct), ct);
}
