using System.Text;
using Cadran.Catalogue;
using Cadran.Data;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Web.Reporting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Pages.Reporting.Services;

public sealed class ReportModel(CadranDb db, Access access, ServiceStories stories) : PageModel
{
    public ServiceStory Story { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) =>
        Story = await stories.ReadAsync(await db.FindServiceAsync(access, id, Right.Read, ct), ct);
}
