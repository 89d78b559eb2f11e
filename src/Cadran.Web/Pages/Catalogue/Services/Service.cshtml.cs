using Cadran.Catalogue;
using Cadran.Data;
using Cadran.People;
using Cadran.Reporting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Pages.Catalogue.Services;

/// <summary>The heart of the product: one service from its clients' answers to the verified effect of what was done.</summary>
public sealed class ServiceModel(CadranDb db, Access access, ServiceStories stories) : PageModel
{
    public ServiceStory Story { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        Story = await stories.ReadAsync(await db.FindServiceAsync(access, id, Right.Read, ct), ct);
}
