using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Cadran.Feedback;

/// <summary>Closes what people write in complaints with the keys of this installation: no file of the database shows it.</summary>
public sealed class ComplaintSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Cadran.Complaints");

    public string Close(string text) => protector.Protect(text);

    public string? Close(ComplaintContact contact) => contact.IsEmpty ? null : Close(JsonSerializer.Serialize(contact));

    /// <summary>Null for nothing, and for what another installation has closed.</summary>
    public string? Open(string? closed)
    {
        if (closed is null) return null;
        try
        {
            return protector.Unprotect(closed);
        }
        catch (CryptographicException) { return null; }
    }

    public ComplaintContact? OpenContact(string? closed) =>
        Open(closed) is { } json ? JsonSerializer.Deserialize<ComplaintContact>(json) : null;
}
