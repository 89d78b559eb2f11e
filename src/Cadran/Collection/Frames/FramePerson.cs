using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>One client in a frame: what samples are drawn by in clear, who it is sealed, contacts comparable by digests alone.</summary>
internal sealed class FramePerson
{
    public const int LabelMaxLength = 80;

    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid FrameId { get; init; }
    public required string CodeDigest { get; init; }
    public string Stratum { get; set; } = "";
    public string Cluster { get; set; } = "";
    public string Language { get; set; } = "";
    public string Channel { get; set; } = "";
    public string? EmailDigest { get; set; }
    public string? PhoneDigest { get; set; }
    public string? PostDigest { get; set; }
    public byte[] Sealed { get; set; } = [];
    public DateTime AddedAtUtc { get; init; }
}

internal sealed class FramePersonMapping : IEntityTypeConfiguration<FramePerson>
{
    public void Configure(EntityTypeBuilder<FramePerson> entity)
    {
        entity.NotAudited();
        entity.ToTable("FramePeople");
        entity.Property(p => p.CodeDigest).HasMaxLength(ContactKeys.Length);
        entity.Property(p => p.Stratum).HasMaxLength(FramePerson.LabelMaxLength);
        entity.Property(p => p.Cluster).HasMaxLength(FramePerson.LabelMaxLength);
        entity.Property(p => p.Language).HasMaxLength(FramePerson.LabelMaxLength);
        entity.Property(p => p.Channel).HasMaxLength(FramePerson.LabelMaxLength);
        entity.Property(p => p.EmailDigest).HasMaxLength(ContactKeys.Length);
        entity.Property(p => p.PhoneDigest).HasMaxLength(ContactKeys.Length);
        entity.Property(p => p.PostDigest).HasMaxLength(ContactKeys.Length);
        entity.HasIndex(p => new { p.FrameId, p.CodeDigest }).Unique("IX_FramePeople_FrameId_CodeDigest", Refusals.SentTwice);
        entity.HasOne<Frame>().WithMany().HasForeignKey(p => p.FrameId).OnDelete(DeleteBehavior.Cascade);
    }
}
