using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Says what each column of the file is. Saving starts the check.</summary>
public sealed class ImportColumnsModel(CadranDb db, Access access, ResponseUploads uploads, JobRunner jobs, IStringLocalizer<Text> text)
    : LoadedPage<ImportMapping>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Import { get; set; }

    [BindProperty]
    public ImportMapForm Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        Input = ImportMapForm.From(Shown.File.Map, Shown.Columns);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        Shown.File.Remap(Input.ToMap(Shown.Content, Shown.Columns));
        await db.Because("import.map").SaveChangesAsync(ct);
        var input = new ImportResponsesJob.Input(Id, Import, ImportMode.Check);
        Job job = await jobs.StartAsync<ImportResponsesJob>(db, access.Actor, Shown.OrganisationId, input, ct);
        return Redirect(Routes.Jobs.Show(job.Id));
    }

    /// <summary>The map as the file that <c>cadran import responses --map</c> reads.</summary>
    public async Task<IActionResult> OnGetMapAsync(CancellationToken ct)
    {
        ImportMapping mapping = await LoadAsync(ct);
        return File(System.Text.Encoding.UTF8.GetBytes(mapping.File.Map.ToJson()), "application/json", "response-map.json");
    }

    private async Task<ImportMapping> LoadAsync(CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, Id, Right.RunCollection, ct);
        ResponseImport file = await db.ResponseImports.FirstOrDefaultAsync(i => i.Id == Import && i.WaveId == Id, ct)
            ?? throw new MissingException("The import");
        if (file.CommittedAtUtc is not null || !uploads.Has(Import)) throw new MissingException("The file");
        QuestionnaireContent content = (await db.QuestionnaireVersions.AsNoTracking()
            .Where(v => v.Id == wave.VersionId).Select(v => v.Content).FirstAsync(ct)).Unfolded();
        return new(wave, service.OrganisationId, file, content, ImportColumns.Look(uploads.PathOf(Import), file.Map))
        {
            Targets = ImportTargets.Of(content, text),
        };
    }
}
