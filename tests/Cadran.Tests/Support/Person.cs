using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cadran.Tests.Support;

/// <summary>An account of a test's own, and what its owner does with it.</summary>
public sealed record Person(Guid Id, string Email)
{
    public async Task<Page> SignInAsync(Browser browser, string password = TestApp.Password) =>
        await (await browser.Get("/account/sign-in")).Submit(new() { ["Input.Email"] = Email, ["Input.Password"] = password });

    /// <summary>The six digits that an application with this key shows at that moment (RFC 6238).</summary>
    public static string Code(string key, DateTimeOffset at)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        string bits = string.Concat(key.Where(c => c != ' ').Select(c => Convert.ToString(Letters.IndexOf(c), 2).PadLeft(5, '0')));
        byte[] secret = [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What applications for one-time codes compute.
        byte[] hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        int number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
