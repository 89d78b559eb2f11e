using Cadran.Collection;
using Cadran.Csv;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>What the check found, the choice, and afterwards what was done.</summary>
public sealed class ImportCheckModel(CadranDb db, Access access, ResponseUploads uploads, JobRunner jobs, IStringLocalizer<Text> text)
    : PageModel
{
    public const int ErrorsShown = 100;

    private Guid organisationId;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Import { get; set; }

    public Wave Wave { get; private set; } = null!;
    public ResponseImport Found { get; private set; } = null!;
    public ImportReport? Report => Found.Report;
    public bool FileHere => uploads.Has(Import);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(bool keepGood, CancellationToken ct)
    {
        await LoadAsync(ct);
        Found.RequireOpen();
        uploads.Require(Import);
        if (Report is null) throw new RuleViolationException("import.unchecked", "Check the file first.");
        ImportMode mode = keepGood ? ImportMode.KeepGood : ImportMode.AllOrNone;
        Job job =
            await jobs.StartAsync<ImportResponsesJob>(db, access.Actor, organisationId, new ImportResponsesJob.Input(Id, Import, mode), ct);
        return Redirect(Routes.Jobs.Show(job.Id));
    }

    public string Say(CsvError error) => text[error.Message, [.. error.Args]];

    public string Where(CsvError error) => error.WhereMessage.Length == 0 ? "" : text[error.WhereMessage, [.. error.WhereArgs]];

    // A reason stands for many cells: the place of the value stays open.
    public string Say(ImportReason reason) => text[reason.Message, "…", "…", "…"];

    private async Task LoadAsync(CancellationToken ct)
    {
        (Wave, var service) = await db.FindWaveAsync(access, Id, Right.RunCollection, ct);
        organisationId = service.OrganisationId;
        Found = await db.ResponseImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == Import && i.WaveId == Id, ct)
            ?? throw new MissingException("The import");
    }
}
