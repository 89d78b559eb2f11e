using Cadran.Csv;
using Cadran.Storage;

namespace Cadran.Catalogue;

/// <summary>Inventory files between the preview and the import.</summary>
public sealed class InventoryUploads(UploadFolder folder, InventoryParts parts)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Stores a file and looks at its header.</summary>
    /// <exception cref="RuleViolationException">It is not one of the inventory.</exception>
    public async Task<GivenFile> StoreAsync(Stream sent, string fileName, CancellationToken ct)
    {
        string name = UploadFolder.NameOf(fileName), path = await folder.StoreAsync("catalogue", Guid.NewGuid(), sent, Kept, ct);
        try
        {
            parts.Recognise(new GivenFile(path, name));
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
        return new GivenFile(Path.GetFileName(path), name);
    }

    /// <summary>The same files with their full paths; throws when one is gone.</summary>
    public IReadOnlyList<GivenFile> Open(WaitingFiles waiting)
    {
        var files = waiting.Files.Select(f => f with { Path = folder.PathOf(f.Path) }).ToList();
        if (!files.TrueForAll(f => File.Exists(f.Path)))
            throw new RuleViolationException("catalogue.files-gone",
                "The files are no longer here: they are kept for a day, and deleted after the import. Send them again.");
        return files;
    }

    public void Delete(WaitingFiles waiting)
    {
        foreach (GivenFile file in waiting.Files) File.Delete(folder.PathOf(file.Path));
    }
}
