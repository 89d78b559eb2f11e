using Cadran.Catalogue.Import;
using Cadran.Data.Csv;
using Cadran.Web.Hosting;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>Files people send wait in the upload folder under names of ours; theirs are only shown.</summary>
public sealed class ImportFiles(CadranSettings settings)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Input of both jobs; an import names the preview it was decided from.</summary>
    public sealed record Waiting(IReadOnlyList<GivenFile> Files, Guid? Preview = null);

    /// <summary>Stores a file and looks at its header. Throws <see cref="RuleViolationException"/> when it is not one of the inventory.</summary>
    public async Task<GivenFile> StoreAsync(IFormFile sent, CancellationToken ct)
    {
        DeleteForgotten();
        string stored = $"catalogue-{Guid.NewGuid():N}", path = PathOf(stored), name = Path.GetFileName(sent.FileName.Replace('\\', '/'));
        await using (FileStream file = File.Create(path)) await sent.CopyToAsync(file, ct);
        try
        {
            InventoryReading.KindOf(new GivenFile(path, name));
        }
        catch (CsvException unreadable)
        {
            File.Delete(path);
            throw unreadable.Error.AsRule("Files");
        }
        catch (RuleViolationException)
        {
            File.Delete(path);
            throw;
        }
        return new GivenFile(stored, name);
    }

    /// <summary>The same files with their full paths; throws when one is gone.</summary>
    public IReadOnlyList<GivenFile> Open(Waiting waiting)
    {
        var files = waiting.Files.Select(f => f with { Path = PathOf(f.Path) }).ToList();
        if (!files.TrueForAll(f => File.Exists(f.Path)))
            throw new RuleViolationException("catalogue.files-gone", "The files are no longer here: they are kept for a day, and deleted after the import. Send them again.");
        return files;
    }

    public void Delete(Waiting waiting)
    {
        foreach (GivenFile file in waiting.Files) File.Delete(PathOf(file.Path));
    }

    private string PathOf(string stored) => Path.Combine(settings.UploadFolder, Path.GetFileName(stored));

    private void DeleteForgotten()
    {
        // Files bear the time of the machine, whatever clock the program was given.
        DateTime limit = TimeProvider.System.GetUtcNow().UtcDateTime - Kept;
        foreach (string file in Directory.EnumerateFiles(settings.UploadFolder, "catalogue-*"))
            if (File.GetLastWriteTimeUtc(file) < limit) File.Delete(file);
    }
}
