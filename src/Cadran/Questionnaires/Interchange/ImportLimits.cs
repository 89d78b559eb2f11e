using System.IO.Compression;

namespace Cadran.Questionnaires;

/// <summary>What a file of another tool may cost: files are hostile until they have been read.</summary>
public static class ImportLimits
{
    public const int MaxBytes = 20_000_000;
    internal const int MaxUnpacked = 60_000_000, MaxRatio = 200, MaxEntries = 500, DeepestJson = 64, DeepestXml = 40, MaxRows = 20_000;
    internal const int MaxColumns = 300;

    /// <summary>No spreadsheet program writes a larger sheet.</summary>
    internal const int MostRowsOfASheet = 1_048_576, MostColumnsOfASheet = 16_384;

    internal static RuleViolationException Damaged(string why) => new("interchange.damaged", LossNotes.Damaged, null, why);

    /// <summary>An archive that unpacks to something a person wrote.</summary>
    internal static void Check(ZipArchive archive, long packed)
    {
        if (archive.Entries.Count > MaxEntries) throw new RuleViolationException("interchange.bomb", LossNotes.Bomb, null, MaxRatio);
        long unpacked = 0;
        foreach (ZipArchiveEntry entry in archive.Entries) unpacked = checked(unpacked + entry.Length);
        if (unpacked > MaxUnpacked) throw new RuleViolationException("interchange.too-large", LossNotes.TooLarge, null,
            MaxUnpacked / 1_000_000);
        if (unpacked > 5_000_000 && unpacked / Math.Max(1, packed) > MaxRatio)
            throw new RuleViolationException("interchange.bomb", LossNotes.Bomb, null, MaxRatio);
    }

    /// <summary>A part of an archive, whole; more than it says it holds is refused.</summary>
    internal static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream part = entry.Open();
        using var whole = new MemoryStream();
        byte[] buffer = new byte[81920];
        while (part.Read(buffer) is > 0 and var read)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > MaxUnpacked)
                throw new RuleViolationException("interchange.too-large", LossNotes.TooLarge, null, MaxUnpacked / 1_000_000);
        }
        return whole.ToArray();
    }
}
