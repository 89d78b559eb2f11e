using System.Security.Cryptography;
using Cadran.Storage;

namespace Cadran.Collection;

/// <summary>The anchors that are kept beside the database, one a day.</summary>
public sealed class AnchorFolder(string folder, string keyFolder)
{
    public string PathOf(DateOnly day) => Path.Combine(folder, day.Iso() + AuditAnchor.Extension);

    /// <summary>The texts that are kept, from the oldest.</summary>
    public IEnumerable<string> Files() =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + AuditAnchor.Extension).Order(StringComparer.Ordinal) : [];

    /// <summary>The newest one that is whole.</summary>
    public AuditAnchor? Last() =>
        Files().Reverse().Select(file => AuditAnchor.Read(File.ReadAllText(file), out _)).FirstOrDefault(a => a is not null);

    /// <summary>A signed text of now; null while nothing has happened.</summary>
    public async Task<string?> MakeAsync(AuditAnchors anchors, CancellationToken ct)
    {
        if (await anchors.MakeAsync(Last(), ct) is not { } anchor) return null;
        using ECDsa key = AnchorKey.Open(keyFolder);
        return anchor.Sign(key);
    }

    /// <summary>Keeps the anchor of that day unless there is one. Returns whether one was written.</summary>
    public async Task<bool> KeepAsync(DateOnly day, AuditAnchors anchors, CancellationToken ct)
    {
        if (File.Exists(PathOf(day)) || await MakeAsync(anchors, ct) is not { } text) return false;
        PrivateFiles.Folder(folder);
        string unfinished = PathOf(day) + ".unfinished";
        File.Delete(unfinished);
        await using (var writer = new StreamWriter(PrivateFiles.Create(unfinished))) await writer.WriteAsync(text);
        File.Move(unfinished, PathOf(day), overwrite: true);
        return true;
    }
}
