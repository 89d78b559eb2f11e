using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Cadran.Collection;

/// <summary>
/// Seals the contacts of one frame with a key of its own, which is itself sealed with the keys that lie beside the database. Without the
/// key nothing of a contact can be read again, wherever a copy of the row has remained.
/// </summary>
internal sealed class FrameSeal : IDisposable
{
    private const int NonceSize = 12, TagSize = 16;
    private readonly AesGcm cipher;

    private FrameSeal(byte[] key) => cipher = new(key, TagSize);

    /// <summary>A new key, sealed, for the row of the frame.</summary>
    public static string NewKey(IDataProtectionProvider protection) =>
        Protector(protection).Protect(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    public static FrameSeal Of(Frame frame, IDataProtectionProvider protection) =>
        new(Convert.FromHexString(Protector(protection).Unprotect(frame.RequireKey())));

    public byte[] Seal(Guid person, Contact contact)
    {
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(contact), box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        cipher.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize),
            person.ToByteArray());
        return box;
    }

    /// <exception cref="CryptographicException">The row is not what was sealed for that person.</exception>
    public Contact Open(Guid person, byte[] box)
    {
        byte[] plain = new byte[box.Length - NonceSize - TagSize];
        cipher.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain,
            person.ToByteArray());
        return JsonSerializer.Deserialize<Contact>(plain)!;
    }

    public void Dispose() => cipher.Dispose();

    private static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("Cadran.Frames");
}
