using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Csv;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>What the check found, the choice, and afterwards what was done.</summary>
public sealed class ImportCheckModel(CadranDb db, Access access, ResponseUploads uploads, JobRunner jobs, IStringLocalizer<Text> text)
    : LoadedPage<ImportCheckModel.Checked>
{
    public const int ErrorsShown = 100;

    /// <param name="OrganisationId">Whose wave it is.</param>
    public sealed record Checked(Wave Wave, ResponseImport File, Guid OrganisationId)
    {
        public ImportReport? Report => File.Report;
        public bool IsDone => File.CommittedAtUtc is not null;

        /// <summary>Other waves of the service that hold the answers of the same file.</summary>
        public IReadOnlyList<string> Elsewhere { get; init; } = [];
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Import { get; set; }

    public bool FileHere => uploads.Has(Import);

    public async Task OnGetAsync(CancellationToken ct) => Shown = await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(bool keepGood, CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        Shown.File.RequireOpen();
        uploads.Require(Import);
        if (Shown.Report is null) throw new RuleViolationException("import.unchecked", "Check the file first.");
        ImportMode mode = keepGood ? ImportMode.KeepGood : ImportMode.AllOrNone;
        var input = new ImportResponsesJob.Input(Id, Import, mode);
        Job job = await jobs.StartAsync<ImportResponsesJob>(db, access.Actor, Shown.OrganisationId, input, ct);
        return Redirect(Routes.Jobs.Show(job.Id));
    }

    public string Say(CsvError error) => text[error.Message, [.. error.Args]];

    public string Where(CsvError error) => error.WhereMessage.Length == 0 ? "" : text[error.WhereMessage, [.. error.WhereArgs]];

    // A reason stands for many cells: the place of the value stays open.
    public string Say(ImportReason reason) => text[reason.Message, "…", "…", "…"];

    private async Task<Checked> LoadAsync(CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, Id, Right.RunCollection, ct);
        ResponseImport file = await db.ResponseImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == Import && i.WaveId == Id, ct)
            ?? throw new MissingException("The import");
        List<string> elsewhere = await db.Waves.Where(w => w.ServiceId == wave.ServiceId && w.Id != Id
            && db.ResponseImports.Any(i => i.WaveId == w.Id && i.FileHash == file.FileHash && i.CommittedAtUtc != null
                && i.UndoneAtUtc == null)).Select(w => w.Name).Order().ToListAsync(ct);
        return new(wave, file, service.OrganisationId) { Elsewhere = elsewhere };
    }
}
