namespace Cadran.Storage;

/// <summary>Files that people send wait here for their import, under names of ours: the name people gave is only shown.</summary>
public sealed class UploadFolder
{
    private readonly string folder;

    public UploadFolder(StorageOptions options)
    {
        folder = Path.GetFullPath(options.UploadFolder);
        PrivateFiles.Folder(folder);
    }

    public string PathOf(string name) => Path.Combine(folder, Path.GetFileName(name));

    /// <summary>
    /// Stores a file as <c>{purpose}-{id}</c> and returns its path; forgotten ones of the same purpose are deleted first.
    /// </summary>
    public async Task<string> StoreAsync(string purpose, Guid id, Stream sent, TimeSpan kept, CancellationToken ct)
    {
        DeleteForgotten(purpose, kept);
        string path = PathOf($"{purpose}-{id:N}");
        await using (FileStream file = PrivateFiles.Create(path)) await sent.CopyToAsync(file, ct);
        return path;
    }

    /// <summary>A file that nobody else reads and that is gone when it is closed.</summary>
    public FileStream Temporary(string purpose)
    {
        DeleteForgotten(purpose, TimeSpan.FromDays(1)); // of a program that was killed
        return PrivateFiles.Temporary(PathOf($"{purpose}-{Guid.NewGuid():N}"));
    }

    private void DeleteForgotten(string purpose, TimeSpan kept)
    {
        // Files bear the time of the machine, whatever clock the program was given.
        DateTime limit = TimeProvider.System.GetUtcNow().UtcDateTime - kept;
        foreach (string file in Directory.EnumerateFiles(folder, $"{purpose}-*"))
            if (File.GetLastWriteTimeUtc(file) < limit) File.Delete(file);
    }

    /// <summary>The name that a person's file had, without the folders that some browsers send with it.</summary>
    public static string NameOf(string sent) => Path.GetFileName(sent.Replace('\\', '/'));
}
