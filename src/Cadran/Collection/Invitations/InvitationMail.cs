using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// One message to one person: where it is, and the digest of the link that went with it. Its text and the link are not kept.
/// </summary>
internal sealed class InvitationMail
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid InvitationId { get; init; }
    public required MailKind Kind { get; init; }
    public int Number { get; init; }

    /// <summary>How many of it were uncertain before and sent again.</summary>
    public int Again { get; init; }
    public MailState State { get; init; } = MailState.Waiting;
    public DateTime DueAtUtc { get; init; }

    /// <summary>Times that the server put it off.</summary>
    public int Attempts { get; init; }

    /// <summary>What the server answered last; null where it took it or nobody was reached.</summary>
    public int? Code { get; init; }

    /// <summary>Until when the process that has it in hand is taken to live.</summary>
    public DateTime? ClaimedUntilUtc { get; init; }
    public DateOnly? SettledOn { get; init; }

    /// <summary>Of the personal link; gone once the link has been used.</summary>
    public string? LinkDigest { get; init; }
}

internal sealed class InvitationMailMapping : IEntityTypeConfiguration<InvitationMail>
{
    public void Configure(EntityTypeBuilder<InvitationMail> entity)
    {
        entity.NotAudited();
        entity.Property(m => m.LinkDigest).HasMaxLength(SubmissionKey.TokenLength);
        entity.HasIndex(m => m.LinkDigest);
        entity.HasIndex(m => new { m.State, m.DueAtUtc });
        entity.HasIndex(m => new { m.InvitationId, m.Kind, m.Number, m.Again })
            .Unique("IX_InvitationMails_InvitationId_Kind_Number_Again", Refusals.SentTwice);
        entity.HasOne<Invitation>().WithMany().HasForeignKey(m => m.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }
}
