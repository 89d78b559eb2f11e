using System.Text.Json;
using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What an import would do, or did: counts, findings, and the button that does it.</summary>
public sealed class InventoryOutcomeModel(
    CadranDb db, Access access, JobRunner jobs, InventoryUploads files, InventoryParts parts, IStringLocalizer<Text> text) : PageModel
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

    /// <summary>The rules that found something, the gravest first.</summary>
    public IReadOnlyList<QualityRule> Rules { get; private set; } = [];

    /// <summary>Findings that the filters leave, of those kept one by one.</summary>
    public int Found { get; private set; }
    public IReadOnlyList<Finding> Shown { get; private set; } = [];

    /// <summary>Findings that were only counted.</summary>
    public bool HasMore => Outcome.FindingCounts.Values.Sum() > CatalogueImport.MostFindings;
    public string? StandardsYear => Outcome.Files.FirstOrDefault(f => f.Part == StandardsPart.FileName)?.FiscalYear;
    public IEnumerable<SelectListItem> Severities =>
        from severity in Enum.GetValues<Severity>()
        let count = Rules.Where(r => r.Severity == severity).Sum(r => Outcome.FindingCounts[r.Code])
        select new SelectListItem($"{text[severity.ToString()]} ({count:N0})", severity.ToString());
    public string FindingsLink => Routes.Inventory.Findings(Id, Severity?.ToString(), Rule);
    private Job job = null!;

    public QualityRule RuleOf(Finding finding) => parts.Rule(finding.Code);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return Redirect(Routes.Jobs.Show(id));
        Found = await Filtered().CountAsync(ct);
        P = Math.Clamp(P, 1, Math.Max(1, (Found + Size - 1) / Size));
        Shown = await Filtered().Skip((P - 1) * Size).Take(Size).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        string here = Routes.Inventory.Outcome(id);
        if (!await LoadAsync(id, ct) || Outcome.Committed || Outcome.Unreadable is not null) return Redirect(here);
        var waiting = JsonSerializer.Deserialize<WaitingFiles>(job.Input, JobJson.Options)!;
        // Back and a second press of the button: the page says what became of the first.
        if (Import is not null) return Redirect(here);
        files.Open(waiting);
        Job commit = await jobs.StartAsync<ImportCatalogueJob>(db, access.Actor, job.OrganisationId, waiting with { Preview = id }, ct);
        return Redirect(Routes.Jobs.Show(commit.Id));
    }

    public async Task<IActionResult> OnGetFindingsAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return Redirect(Routes.Jobs.Show(id));
        return File(FindingsCsv.Write(await Filtered().ToListAsync(ct), parts, text), "text/csv", "findings.csv");
    }

    /// <returns>False while the job has no outcome.</returns>
    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        string preview = PreviewCatalogueJob.Kind, import = ImportCatalogueJob.Kind;
        job = await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id && (j.Kind == preview || j.Kind == import), ct)
            ?? throw new MissingException("The import");
        access.Require(Right.EditCatalogue, job.OrganisationId);
        if (job.Result is null) return false;
        Guid importId = JsonSerializer.Deserialize<ImportReference>(job.Result, JobJson.Options)!.ImportId;
        Id = id;
        Outcome = await db.CatalogueImports.AsNoTracking().FirstAsync(i => i.Id == importId, ct);
        Organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == job.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        Import = Outcome.Committed ? null : await ImportCatalogueJob.OfPreviewAsync(db, id, ct);
        Rules = [.. parts.Rules.Where(r => Outcome.FindingCounts.ContainsKey(r.Code)).OrderBy(r => r.Severity)];
        return true;
    }

    private IQueryable<Finding> Filtered()
    {
        IQueryable<Finding> findings = db.CatalogueFindings.AsNoTracking().Where(f => f.ImportId == Outcome.Id);
        if (Severity is { } severity) findings = findings.Where(f => f.Severity == severity);
        if (!string.IsNullOrEmpty(Rule)) findings = findings.Where(f => f.Code == Rule);
        return findings.OrderBy(f => f.Number);
    }
}
