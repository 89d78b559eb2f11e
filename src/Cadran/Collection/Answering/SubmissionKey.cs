using System.Security.Cryptography;

namespace Cadran.Collection;

/// <summary>
/// 128 random bits that one person's answers travel under from the first page to the receipt. Sent twice, they count once.
/// Only a digest is ever stored, and never beside the answers, so that an address in somebody's log leads to no response.
/// </summary>
public readonly record struct SubmissionKey
{
    public const int TokenLength = 32;

    // Without I, L, O and U: a receipt can be read out on the telephone.
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private SubmissionKey(string token) => Token = token;

    /// <summary>The key as it stands in an address: 32 lower-case hexadecimal digits.</summary>
    public string Token { get; }

    public static SubmissionKey New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenLength / 2)));

    public static SubmissionKey? Parse(string? token)
    {
        if (token?.Length != TokenLength) return null;
        foreach (char c in token)
            if (!char.IsAsciiHexDigitLower(c)) return null;
        return new(token);
    }

    /// <summary>What is stored instead of the key: 32 hexadecimal digits of its SHA-256.</summary>
    public string Digest() => Convert.ToHexStringLower(Hash()[..16]);

    /// <summary>
    /// Proof for the sender that the answers arrived, such as 7KQ2-9FMT: short, the same for every retry, and no way back to the key.
    /// </summary>
    public string Receipt()
    {
        ReadOnlySpan<byte> hash = Hash();
        ulong bits = 0;
        for (int i = 0; i < 5; i++) bits = bits << 8 | hash[i];
        Span<char> text = stackalloc char[9];
        for (int i = 8; i >= 0; i--)
        {
            if (i == 4) { text[i] = '-'; continue; }
            text[i] = Symbols[(int)(bits & 31)];
            bits >>= 5;
        }
        return new string(text);
    }

    private byte[] Hash() => SHA256.HashData(Convert.FromHexString(Token));
}
