using System.Security.Cryptography;
using System.Text;

namespace Cadran.Feedback;

/// <summary>What lets whoever complained follow it: sixteen symbols, 80 bits, of which only a digest is kept.</summary>
public static class ComplaintSecret
{
    // Crockford's 32 symbols: none is taken for another.
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16, Group = 4;

    public static string New() =>
        string.Join('-', RandomNumberGenerator.GetString(Symbols, Length).Chunk(Group).Select(chunk => new string(chunk)));

    public static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Read(secret))));

    /// <summary>The same time whether it fits or not, and whether there is anything to fit.</summary>
    public static bool Fits(string secret, string? digest) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest(secret)), Encoding.ASCII.GetBytes(digest ?? Digest("")))
        && digest is not null;

    // As people copy it: small letters, spaces, and letters that look like the digits.
    private static string Read(string secret) => string.Concat(secret.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
        .Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
