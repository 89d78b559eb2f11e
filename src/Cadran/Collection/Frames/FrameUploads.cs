using System.Security.Cryptography;
using Cadran.Csv;
using Cadran.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Cadran.Collection;

/// <summary>Lists of clients between sending and import: sealed, for a day, gone after the import.</summary>
public sealed class FrameUploads(UploadFolder folder, IDataProtectionProvider protection)
{
    /// <summary>Sealed in one piece, and so not larger than this; some 500,000 clients.</summary>
    public const int MostBytes = 100_000_000;

    private const string Purpose = "clients";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly IDataProtector protector = protection.CreateProtector("Cadran.Frames.Uploads");

    public async Task StoreAsync(Guid import, Stream sent, CancellationToken ct)
    {
        if (sent.Length > MostBytes)
            throw new RuleViolationException("frame.file-large", "A list of clients may have at most {0} MB.", "Upload",
                MostBytes / 1_000_000);
        using var plain = new MemoryStream((int)sent.Length);
        await sent.CopyToAsync(plain, ct);
        using var closed = new MemoryStream(protector.Protect(plain.ToArray()));
        await folder.StoreAsync(Purpose, import, closed, Kept, ct);
    }

    public bool Has(Guid import) => File.Exists(PathOf(import));

    public void Delete(Guid import) => File.Delete(PathOf(import));

    /// <exception cref="RuleViolationException">It is no longer here.</exception>
    public void Require(Guid import)
    {
        if (!Has(import))
            throw new RuleViolationException("frame.file-gone",
                "The list is no longer here: it is kept for a day, and deleted after the import. Send it again.");
    }

    /// <summary>Opens the list.</summary>
    /// <exception cref="RuleViolationException">It is no longer here, or no table.</exception>
    public CsvReader Open(Guid import)
    {
        Require(import);
        byte[] plain;
        try { plain = protector.Unprotect(File.ReadAllBytes(PathOf(import))); }
        catch (CryptographicException)
        {
            throw new RuleViolationException("frame.file-broken", "The list that was sent can no longer be read. Send it again.");
        }
        return Read(new MemoryStream(plain));
    }

    /// <summary>Opens a list that lies somewhere else.</summary>
    /// <exception cref="RuleViolationException">It is no table.</exception>
    public static CsvReader Read(Stream stream)
    {
        try { return CsvReader.Open(stream, new CsvOptions { Survey = true, RaggedRows = RaggedRows.Deliver }); }
        catch (CsvException broken) { throw broken.Error.AsRule("Upload"); }
    }

    private string PathOf(Guid import) => folder.PathOf($"{Purpose}-{import:N}");
}
