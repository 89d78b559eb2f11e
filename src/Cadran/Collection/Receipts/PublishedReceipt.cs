using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// That answers with this receipt were counted. It holds no receipt and leads to no answer: it is what everybody may read once the wave
/// has closed.
/// </summary>
public sealed class PublishedReceipt
{
    public required Guid WaveId { get; init; }

    /// <summary>SHA-256 of the last part of the wave's address, a space and the receipt without hyphens: 64 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The <see cref="PublishedCount.Edition"/> that it came with.</summary>
    public required int Edition { get; init; }

    /// <param name="slug">Last part of the wave's address.</param>
    /// <param name="receipt">As people write it.</param>
    public static string FingerprintOf(string slug, string receipt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{slug} {AnswerKeys.Plain(receipt)}")));
}

internal sealed class PublishedReceiptMapping : IEntityTypeConfiguration<PublishedReceipt>
{
    public void Configure(EntityTypeBuilder<PublishedReceipt> entity)
    {
        // The trail tells the edition with its root, which stands for all of them.
        entity.NotAudited();
        entity.HasKey(r => new { r.WaveId, r.Fingerprint });
        entity.Property(r => r.Fingerprint).HasMaxLength(2 * SHA256.HashSizeInBytes);
        entity.HasOne<Wave>().WithMany().HasForeignKey(r => r.WaveId);
    }
}
