using Cadran.Collection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Insight;

/// <summary>
/// What was last published of a wave, and from what: numbers that have passed the disclosure policy, so that they need not be worked out
/// again, and so that what is published next can be held against them.
/// </summary>
internal sealed class StoredResult
{
    public const int KeyMaxLength = 100;

    public required Guid WaveId { get; init; }

    /// <summary>Which result: <c>scores</c>, <c>drivers</c>, <c>groups:channel</c>, <c>change:</c> and the other wave, …</summary>
    public required string Key { get; init; }

    /// <summary>As <see cref="Analysis.Method"/>.</summary>
    public required int Method { get; set; }

    /// <summary>As <see cref="WaveStamp.Text"/>, of all waves it was computed from.</summary>
    public required string Stamp { get; set; }

    /// <summary>As <see cref="ResponseTable.Fingerprint"/>, of all waves it was computed from.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Responses behind it.</summary>
    public required int Answers { get; set; }
    public required DateTime ComputedAtUtc { get; set; }
    public required string Payload { get; set; }
}

internal sealed class StoredResultMapping : IEntityTypeConfiguration<StoredResult>
{
    public void Configure(EntityTypeBuilder<StoredResult> entity)
    {
        // Worked out from what is audited, and worked out again at will.
        entity.NotAudited();
        entity.ToTable("WaveResults");
        entity.HasKey(r => new { r.WaveId, r.Key });
        entity.Property(r => r.Key).HasMaxLength(StoredResult.KeyMaxLength);
        entity.Property(r => r.Stamp).HasMaxLength(60);
        entity.Property(r => r.Fingerprint).HasMaxLength(120);
        entity.HasOne<Wave>().WithMany().HasForeignKey(r => r.WaveId).OnDelete(DeleteBehavior.Cascade);
    }
}
