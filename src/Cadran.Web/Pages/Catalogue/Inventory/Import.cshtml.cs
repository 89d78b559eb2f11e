using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>Takes the inventory's files and starts the preview.</summary>
public sealed class InventoryImportModel(CadranDb db, Access access, JobRunner jobs, InventoryUploads files) : PageModel
{
    [BindProperty]
    public ImportForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        access.Require(Right.EditCatalogue, Input.OrganisationId!.Value);
        var stored = new List<GivenFile>();
        foreach (IFormFile file in Input.Files)
        {
            await using Stream sent = file.OpenReadStream();
            stored.Add(await files.StoreAsync(sent, file.FileName, ct));
        }
        var waiting = new WaitingFiles(stored, Input.PublishedOn);
        Job job = await jobs.StartAsync<PreviewCatalogueJob>(db, access.Actor, Input.OrganisationId.Value, waiting, ct);
        return Redirect(Routes.Jobs.Show(job.Id));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.EditCatalogue);
        List<Guid> mine = [.. access.Where(Right.EditCatalogue)];
        var organisations = await db.Organisations.AsNoTracking().Where(o => mine.Contains(o.Id))
            .Select(o => new { o.Id, o.Name, o.ParentId }).ToListAsync(ct);
        // The ones nothing of mine is above come first: that is where a whole inventory belongs.
        Organisations =
        [
            .. organisations.OrderBy(o => o.ParentId is { } parent && mine.Contains(parent))
                .ThenBy(o => o.Name.In(Localization.Language), StringComparer.CurrentCulture)
                .Select(o => new SelectListItem(o.Name.In(Localization.Language), o.Id.ToString())),
        ];
        if (Organisations.Count > 0) Input.OrganisationId ??= Guid.Parse(Organisations[0].Value!);
    }
}
