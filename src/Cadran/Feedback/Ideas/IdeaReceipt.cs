using System.Security.Cryptography;
using System.Text;

namespace Cadran.Feedback;

/// <summary>
/// By which the author of an idea, and nobody else, reads what became of it: 24 symbols, 120 bits. The server keeps a fingerprint, from
/// which no receipt follows.
/// </summary>
public readonly record struct IdeaReceipt
{
    public const int FingerprintLength = 2 * SHA256.HashSizeInBytes;

    // Digits and capitals without I, L, O and U.
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 24, Group = 4;

    private readonly string plain;

    private IdeaReceipt(string plain) => this.plain = plain;

    /// <summary>As it is written for people: six groups of four.</summary>
    public string Written => string.Join('-', plain.Chunk(Group).Select(group => new string(group)));

    public static IdeaReceipt New() => new(RandomNumberGenerator.GetString(Symbols, Length));

    /// <summary>However it is typed: hyphens, spaces and small letters make no difference. Null where it cannot be one.</summary>
    public static IdeaReceipt? Parse(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length) return null;
        var symbols = new StringBuilder();
        foreach (char c in typed.ToUpperInvariant())
            if (char.IsLetterOrDigit(c)) symbols.Append(c switch { 'I' or 'L' => '1', 'O' => '0', _ => c });
        string plain = symbols.ToString();
        return plain.Length == Length && plain.All(c => Symbols.Contains(c, StringComparison.Ordinal)) ? new(plain) : null;
    }

    /// <summary>SHA-256 of it: what is kept.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("idea " + plain)));
}
