using System.Security.Cryptography;
using System.Text;

namespace Cadran.Collection;

/// <summary>
/// Digests of contacts under the secret of this installation: the same contact has the same digest in every organisation, and nobody
/// without the secret can try whose it is.
/// </summary>
public sealed class ContactKeys(byte[] secret)
{
    public const int Length = 32;

    public string Email(string form) => Of("email", form);
    public string Phone(string form) => Of("phone", form);
    public string Post(string form) => Of("post", form);

    /// <summary>Of the code that a client has in a frame: the same code in another frame is somebody else.</summary>
    public string Code(Guid frameId, string code) => Of($"code/{frameId:N}", code);

    /// <summary>What stands in the address by which somebody is asked no more: the digest of the contact and our mark on it.</summary>
    public string StopToken(string digest) => digest + Of("stop", digest);

    /// <summary>The digest in such a token; null when it is none of ours.</summary>
    public string? Stopped(string token) =>
        token.Length == 2 * Length && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(StopToken(token[..Length])), Encoding.ASCII.GetBytes(token)) ? token[..Length] : null;

    public string Of(ContactKind kind, string form) => kind switch
    {
        ContactKind.Email => Email(form),
        ContactKind.Phone => Phone(form),
        _ => Post(form),
    };

    // 128 bits: two of ten million contacts are alike once in a billion billion installations.
    private string Of(string purpose, string form) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{purpose}\n{form}")).AsSpan(0, Length / 2));
}
