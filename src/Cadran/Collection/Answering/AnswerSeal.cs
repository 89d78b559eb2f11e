using System.Security.Cryptography;

namespace Cadran.Collection;

/// <summary>
/// Closes bytes so that only the same key opens them, and a changed one is noticed: AES-GCM with a random nonce before it.
/// </summary>
internal static class AnswerSeal
{
    public const int KeyBytes = 32;
    private const int Nonce = 12, Tag = 16;

    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        var closed = new byte[Nonce + content.Length + Tag];
        RandomNumberGenerator.Fill(closed.AsSpan(0, Nonce));
        using var cipher = new AesGcm(key, Tag);
        cipher.Encrypt(closed.AsSpan(0, Nonce), content, closed.AsSpan(Nonce, content.Length), closed.AsSpan(Nonce + content.Length));
        return closed;
    }

    /// <summary>Null when it was closed with another key, or changed.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> closed)
    {
        if (closed.Length < Nonce + Tag) return null;
        var content = new byte[closed.Length - Nonce - Tag];
        try
        {
            using var cipher = new AesGcm(key, Tag);
            cipher.Decrypt(closed[..Nonce], closed[Nonce..^Tag], closed[^Tag..], content);
            return content;
        }
        catch (AuthenticationTagMismatchException) { return null; }
    }
}
