using System.Text.Json;
using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What an import would do, or did: counts, findings, and the button that does it.</summary>
public sealed class InventoryOutcomeModel(CadranDb db, Access access, JobRunner jobs, InventoryUploads files, IStringLocalizer<Text> text) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)] public Severity? Severity { get; set; }
    [BindProperty(SupportsGet = true)] public string? Rule { get; set; }
    [BindProperty(SupportsGet = true)] public int P { get; set; } = 1;

    public Guid Id { get; private set; }
    public LocalText Organisation { get; private set; } = LocalText.Empty;
    public CatalogueImport Outcome { get; private set; } = null!;

    /// <summary>The import that was decided from this preview.</summary>
    public Job? Import { get; private set; }
    public IReadOnlyList<Finding> Found { get; private set; } = [];
    public IEnumerable<Finding> Shown => Found.Skip((P - 1) * Size).Take(Size);
    public IEnumerable<SelectListItem> Severities => Enum.GetValues<Severity>().Select(s => new SelectListItem($"{text[s.ToString()]} ({Outcome.Count(s):N0})", s.ToString()));
    public string FindingsLink => QueryHelpers.AddQueryString($"/catalogue/inventory/outcome/{Id}", new Dictionary<string, string?> { ["handler"] = "Findings", ["Severity"] = Severity?.ToString(), ["Rule"] = Rule });
    private Job job = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Page() : Redirect($"/jobs/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Outcome.Committed || Outcome.Unreadable is not null) return Redirect($"/catalogue/inventory/outcome/{id}");
        var waiting = JsonSerializer.Deserialize<InventoryUploads.Waiting>(job.Input, JobJson.Options)!;
        // Back and a second press of the button: the page says what became of the first.
        if (Import is not null) return Redirect($"/catalogue/inventory/outcome/{id}");
        files.Open(waiting);
        Job commit = await jobs.StartAsync<ImportCatalogueJob>(db, access.Actor, job.OrganisationId, waiting with { Preview = id }, ct);
        return Redirect($"/jobs/{commit.Id}");
    }

    public async Task<IActionResult> OnGetFindingsAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return Redirect($"/jobs/{id}");
        return File(FindingsCsv.Write(Found, text), "text/csv", "findings.csv");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        string preview = PreviewCatalogueJob.Kind, import = ImportCatalogueJob.Kind;
        job = await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id && (j.Kind == preview || j.Kind == import), ct) ?? throw new MissingException("The import");
        access.Require(Right.EditCatalogue, job.OrganisationId);
        if (job.Result is null) return false;
        Id = id;
        Outcome = JsonSerializer.Deserialize<CatalogueImport>(job.Result, JobJson.Options)!;
        Organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == job.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        Import = Outcome.Committed ? null : await ImportCatalogueJob.OfPreviewAsync(db, id, ct);
        Found = [.. Outcome.Findings.Where(f => (Severity is null || f.Rule.Severity == Severity) && (string.IsNullOrEmpty(Rule) || f.Code == Rule))];
        P = Math.Clamp(P, 1, Math.Max(1, (Found.Count + Size - 1) / Size));
        return true;
    }
}
