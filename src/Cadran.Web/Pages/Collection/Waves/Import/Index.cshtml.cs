using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Takes a file of answers for a wave, and lists what was imported before.</summary>
public sealed class ImportIndexModel(CadranDb db, Access access, ResponseUploads uploads, ImportResponses responses,
    IStringLocalizer<Text> text) : LoadedPage<ImportIndexModel.WaveFiles>, IReloadedPage
{
    /// <param name="Files">What was sent before, the last first.</param>
    /// <param name="RestsOn">What would say that its evidence was withdrawn.</param>
    public sealed record WaveFiles(Wave Wave, LocalText Service, IReadOnlyList<ResponseImport> Files, RestsOnWave RestsOn);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "File of answers"), Required(ErrorMessage = "Choose a file.")]
    public IFormFile? Upload { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => Shown = await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        await using Stream sent = Upload!.OpenReadStream();
        ResponseImport import = await uploads.StoreAsync(sent, Upload.FileName, Id, access.Actor.Name, ct);
        try
        {
            IReadOnlyList<ImportColumn> columns = ImportColumns.Read(uploads.PathOf(import.Id));
            QuestionnaireContent content = (await db.QuestionnaireVersions.AsNoTracking().Where(v => v.Id == Shown.Wave.VersionId)
                .Select(v => v.Content).FirstAsync(ct)).Unfolded();
            import.Remap(ImportGuess.Of(columns, content, await UsedMaps.ForAsync(db, Shown.Wave, ct), Shown.Wave));
        }
        catch (RuleViolationException unreadable)
        {
            // What is wrong with a file is wrong with the form, not with the state of anything.
            uploads.Delete(import.Id);
            ModelState.AddModelError(nameof(Upload), text[unreadable.Message, [.. unreadable.Args]]);
            return this.Invalid();
        }
        db.ResponseImports.Add(import);
        await db.Because("import.upload").SaveChangesAsync(ct);
        return Redirect(Routes.Imports.Columns(Id, import.Id));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid import, string? reason, CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        ModelState.Remove(nameof(Upload));
        ResponseImport found = await FindAsync(import, ct);
        if (string.IsNullOrWhiteSpace(reason))
        {
            ModelState.AddModelError("", text["Say why the file is taken back: whoever reads what rests on it will ask."]);
            return this.Invalid();
        }
        long removed = await responses.UndoAsync(found, reason, access.Actor, ct);
        TempData["Flash"] = Localization.Plural(text, "{0} response was taken back.|{0} responses were taken back.", removed);
        return Redirect(Routes.Imports.Index(Id));
    }

    /// <summary>A file that was sent and never imported.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid import, CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        ModelState.Remove(nameof(Upload));
        ResponseImport found = await FindAsync(import, ct);
        found.RequireOpen();
        db.ResponseImports.Remove(found);
        await db.Because("import.remove").SaveChangesAsync(ct);
        uploads.Delete(found.Id);
        TempData["Flash"] = text["The file {0} was removed. Nothing of it had been imported.", found.FileName].Value;
        return Redirect(Routes.Imports.Index(Id));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(ct);

    private async Task<ResponseImport> FindAsync(Guid import, CancellationToken ct) =>
        await db.ResponseImports.FirstOrDefaultAsync(i => i.Id == import && i.WaveId == Id, ct) ?? throw new MissingException("The import");

    private async Task<WaveFiles> LoadAsync(CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, Id, Right.RunCollection, ct);
        return new(wave, service.Name,
            await db.ResponseImports.AsNoTracking().Where(i => i.WaveId == Id).OrderByDescending(i => i.UploadedAtUtc).ToListAsync(ct),
            await RestsOnWave.OfAsync(db, wave, ct));
    }
}
