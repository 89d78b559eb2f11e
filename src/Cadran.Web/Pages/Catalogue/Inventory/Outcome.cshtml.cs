using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What an import would do, or did: counts, findings, and the button that does it.</summary>
public sealed class InventoryOutcomeModel(
    CadranDb db, Access access, JobRunner jobs, InventoryUploads files, InventoryParts parts, IStringLocalizer<Text> text)
    : LoadedPage<OutcomeView>
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)] public Severity? Severity { get; set; }
    [BindProperty(SupportsGet = true)] public string? Rule { get; set; }
    [BindProperty(SupportsGet = true)] public int P { get; set; } = 1;

    /// <summary>Findings that the filters leave, of those kept one by one.</summary>
    public int Found { get; private set; }

    /// <summary>The page of them.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public IEnumerable<SelectListItem> Severities =>
        from severity in Enum.GetValues<Severity>()
        select new SelectListItem($"{text[severity.ToString()]} ({Shown.Count(severity):N0})", severity.ToString());
    public string FindingsLink => Routes.Inventory.Findings(Shown.Job.Id, Severity?.ToString(), Rule);

    public QualityRule RuleOf(Finding finding) => parts.Rule(finding.Code);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return Redirect(Routes.Jobs.Show(id));
        Found = await Filtered().CountAsync(ct);
        P = Math.Clamp(P, 1, Math.Max(1, (Found + Size - 1) / Size));
        Findings = await Filtered().Skip((P - 1) * Size).Take(Size).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        string here = Routes.Inventory.Outcome(id);
        if (!await LoadAsync(id, ct) || Shown.Outcome.Committed || Shown.Outcome.Unreadable is not null) return Redirect(here);
        // Back and a second press of the button: the page says what became of the first.
        if (Shown.Import is not null) return Redirect(here);
        var waiting = Shown.Job.ReadInput<WaitingFiles>();
        files.Open(waiting);
        WaitingFiles decided = waiting with { Preview = id };
        Job commit = await jobs.StartAsync<ImportCatalogueJob>(db, access.Actor, Shown.Job.OrganisationId, decided, ct);
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
        Job job = await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id && (j.Kind == preview || j.Kind == import), ct)
            ?? throw new MissingException("The import");
        access.Require(Right.EditCatalogue, job.OrganisationId);
        if (job.ReadResult<ImportReference>() is not { } reference) return false;
        CatalogueImport outcome = await db.CatalogueImports.AsNoTracking().FirstAsync(i => i.Id == reference.ImportId, ct);
        LocalText organisation = await db.Organisations.Where(o => o.Id == job.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        Shown = new(job, outcome, organisation)
        {
            Import = outcome.Committed ? null : await ImportCatalogueJob.OfPreviewAsync(db, id, ct),
            Rules = [.. parts.Rules.Where(r => outcome.FindingCounts.ContainsKey(r.Code)).OrderBy(r => r.Severity)],
        };
        return true;
    }

    private IQueryable<Finding> Filtered()
    {
        IQueryable<Finding> findings = db.CatalogueFindings.AsNoTracking().Where(f => f.ImportId == Shown.Outcome.Id);
        if (Severity is { } severity) findings = findings.Where(f => f.Severity == severity);
        if (!string.IsNullOrEmpty(Rule)) findings = findings.Where(f => f.Code == Rule);
        return findings.OrderBy(f => f.Number);
    }
}
