using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cadran.Collection;

/// <summary>
/// What a copy kept elsewhere proves of the database at one moment: the last event of the audit trail with its seal, and for each closed
/// wave how many responses it had and what they were. A text of lines, signed with the key of the installation.
/// </summary>
public sealed record AuditAnchor(DateTime AtUtc, long Number, string Hash, IReadOnlyList<SealedWave> Waves)
{
    public const string Extension = ".anchor";
    private const string Title = "Cadran audit anchor 1", Signature = "signature: ", Key = "key: ";

    /// <summary>The text that is kept, with its signature as the last line.</summary>
    public string Sign(ECDsa key)
    {
        var text = new StringBuilder().Append(Title).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"at: {AtUtc:yyyy-MM-ddTHH:mm:ssZ}\nevent: {Number}\nhash: {Hash}\n");
        foreach (SealedWave wave in Waves)
            text.Append(CultureInfo.InvariantCulture, $"wave: {wave.Id} {wave.Responses} {wave.Content}\n");
        text.Append(Key).Append(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())).Append('\n');
        byte[] signature = key.SignData(Encoding.UTF8.GetBytes(text.ToString()), HashAlgorithmName.SHA256);
        return text.Append(Signature).Append(Convert.ToBase64String(signature)).Append('\n').ToString();
    }

    /// <summary>Reads a kept text.</summary>
    /// <param name="signer">The key that signed it, as <see cref="AnchorKey.Public"/> writes it.</param>
    /// <returns>Null when it is no anchor, or was changed after it was signed.</returns>
    public static AuditAnchor? Read(string text, out string signer)
    {
        signer = "";
        try
        {
            int end = text.LastIndexOf(Signature, StringComparison.Ordinal);
            if (end < 0) return null;
            string[] lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string Said(string name) => lines.Single(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..];
            if (lines[0] != Title) return null;
            signer = Said(Key);
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(signer), out _);
            byte[] signature = Convert.FromBase64String(text[(end + Signature.Length)..].Trim());
            if (!key.VerifyData(Encoding.UTF8.GetBytes(text[..end]), signature, HashAlgorithmName.SHA256)) return null;
            return new(
                DateTime.Parse(Said("at: "), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
                long.Parse(Said("event: "), CultureInfo.InvariantCulture), Said("hash: "),
                [.. lines.Where(l => l.StartsWith("wave: ", StringComparison.Ordinal)).Select(l => SealedWave.Read(l["wave: ".Length..]))]);
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException or InvalidOperationException
            or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }
}
