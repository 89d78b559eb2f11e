using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

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
        if (!ModelState.IsValid) return this.Invalid();
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
        Organisations = await OrganisationChoices.ForAsync(db, access, Right.EditCatalogue, ct);
        // The first is one that nothing of mine is above: that is where a whole inventory belongs.
        if (Organisations.Count > 0) Input.OrganisationId ??= Guid.Parse(Organisations[0].Value!);
    }
}
