using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Storage;

/// <summary>
/// Who changed what, when, from what to what. Written by <see cref="Data.CadranDb"/> in the transaction of the change itself.
/// Each event's hash covers the event before it: removing or editing one breaks the chain, and <c>cadran check</c> says where.
/// </summary>
public sealed class AuditEvent
{
    public long Number { get; init; }
    public required DateTime AtUtc { get; init; }
    public Guid? UserId { get; init; }
    public required string By { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required string SubjectId { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public string Hash { get; private set; } = "";

    public void Chain(string previousHash) => Hash = HashAfter(previousHash);

    public string HashAfter(string previousHash)
    {
        // Milliseconds: both databases keep them exactly, finer fractions differ between them.
        string at = AtUtc.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture);
        string text = string.Join('\u001f', previousHash, Number, at, UserId, By, Action, Subject, SubjectId, Before, After);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> entity)
    {
        entity.HasKey(e => e.Number);
        entity.Property(e => e.Number).ValueGeneratedNever();
        entity.HasIndex(e => new { e.Subject, e.SubjectId });
    }
}
