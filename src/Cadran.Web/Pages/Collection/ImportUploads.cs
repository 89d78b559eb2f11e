using Cadran.Collection;
using Cadran.Web.Hosting;

namespace Cadran.Web.Pages.Collection;

/// <summary>Files waiting to be imported, in the upload folder under the number of their import; the name people gave is only shown.</summary>
public sealed class ImportUploads(CadranSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task<ResponseImport> StoreAsync(IFormFile sent, Guid waveId, string by, CancellationToken ct)
    {
        DeleteForgotten();
        string waiting = Path.Combine(settings.UploadFolder, $"responses-{Guid.NewGuid():N}");
        await using (FileStream file = File.Create(waiting)) await sent.CopyToAsync(file, ct);
        var import = new ResponseImport
        {
            WaveId = waveId,
            FileName = ImportResponses.DisplayName(sent.FileName),
            FileHash = await ImportResponses.HashAsync(waiting, ct),
            Bytes = sent.Length,
            By = by,
            UploadedAtUtc = time.GetUtcNow().UtcDateTime,
        };
        File.Move(waiting, PathOf(import.Id));
        return import;
    }

    public string PathOf(Guid importId) => Path.Combine(settings.UploadFolder, $"responses-{importId:N}");

    public bool Has(Guid importId) => File.Exists(PathOf(importId));

    /// <summary>The file of the import, or a rule violation that says it must be sent again.</summary>
    public string Require(Guid importId) => Has(importId) ? PathOf(importId)
        : throw new RuleViolationException("import.file-gone", "The file is no longer here: files are kept for a week, and deleted after the import. Send it again.");

    public void Delete(Guid importId) => File.Delete(PathOf(importId));

    private void DeleteForgotten()
    {
        // Files bear the time of the machine, whatever clock the program was given.
        DateTime limit = TimeProvider.System.GetUtcNow().UtcDateTime - Kept;
        foreach (string file in Directory.EnumerateFiles(settings.UploadFolder, "responses-*"))
            if (File.GetLastWriteTimeUtc(file) < limit) File.Delete(file);
    }
}
