using System.Security.Cryptography;

namespace Cadran.Collection;

/// <summary>
/// 128 bits that one person's answers travel under from the first page to the receipt. Sent twice, they count once. The server keeps
/// no key: it keeps digests, each for one purpose, and none of them leads to another or back to the key.
/// </summary>
public readonly record struct SubmissionKey
{
    public const int TokenLength = 32;

    private SubmissionKey(string token) => Token = token;

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public string Token { get; }

    public static SubmissionKey New() => Of(RandomNumberGenerator.GetBytes(TokenLength / 2));

    /// <param name="bits">16 bytes.</param>
    internal static SubmissionKey Of(ReadOnlySpan<byte> bits) => new(Convert.ToHexStringLower(bits));

    public static SubmissionKey? Parse(string? token) => IsToken(token) ? new(token!) : null;

    /// <summary>32 lower-case hexadecimal digits, whoever wrote them.</summary>
    public static bool IsToken(string? text)
    {
        if (text?.Length != TokenLength) return false;
        foreach (char c in text)
            if (!char.IsAsciiHexDigitLower(c)) return false;
        return true;
    }

    /// <summary>What says that answers under this key have been counted: 32 hexadecimal digits.</summary>
    public string Digest() => Convert.ToHexStringLower(Derived("sent"u8).AsSpan(0, 16));

    /// <summary>Where the draft lies: 32 hexadecimal digits that cannot be told from the digest of another key.</summary>
    public string DraftId() => Convert.ToHexStringLower(Derived("draft"u8).AsSpan(0, 16));

    /// <summary>What the draft is sealed with. It is with the person who answers and nowhere else.</summary>
    internal byte[] DraftKey() => Derived("seal"u8);

    private byte[] Derived(ReadOnlySpan<byte> purpose)
    {
        Span<byte> key = stackalloc byte[TokenLength / 2];
        Convert.FromHexString(Token, key, out _, out _);
        return HMACSHA256.HashData(key, purpose);
    }
}
