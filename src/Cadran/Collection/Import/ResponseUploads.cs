using Cadran.Storage;

namespace Cadran.Collection;

/// <summary>Files of responses between sending and import, under the number of their import.</summary>
public sealed class ResponseUploads(UploadFolder folder, TimeProvider time)
{
    private const string Purpose = "responses";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task<ResponseImport> StoreAsync(Stream sent, string fileName, Guid waveId, string by, CancellationToken ct)
    {
        string waiting = await folder.StoreAsync(Purpose, Guid.NewGuid(), sent, Kept, ct);
        var import = new ResponseImport
        {
            WaveId = waveId,
            FileName = ImportResponses.DisplayName(fileName),
            FileHash = await ImportResponses.HashAsync(waiting, ct),
            Bytes = new FileInfo(waiting).Length,
            By = by,
            UploadedAtUtc = time.GetUtcNow().UtcDateTime,
        };
        File.Move(waiting, PathOf(import.Id));
        return import;
    }

    public string PathOf(Guid importId) => folder.PathOf($"{Purpose}-{importId:N}");

    public bool Has(Guid importId) => File.Exists(PathOf(importId));

    /// <summary>The file of the import, or a rule violation that says it must be sent again.</summary>
    public string Require(Guid importId) => Has(importId) ? PathOf(importId)
        : throw new RuleViolationException("import.file-gone",
            "The file is no longer here: files are kept for a week, and deleted after the import. Send it again.");

    public void Delete(Guid importId) => File.Delete(PathOf(importId));
}
