using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// That somebody of a sample is invited, and whether the personal link has been used: no day, no order, nothing that leads to an answer.
/// It stays, without the person, when the contacts of the frame go.
/// </summary>
internal sealed class Invitation
{
    /// <summary>By chance: rows lie in no order of people or of time.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid PlanId { get; init; }
    public required Guid? PersonId { get; init; }

    /// <summary>Only of plans with personal links, where respondents are told so.</summary>
    public bool Done { get; init; }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> entity)
    {
        entity.NotAudited();
        entity.HasIndex(i => new { i.PlanId, i.PersonId }).Unique("IX_Invitations_PlanId_PersonId", Refusals.SentTwice);
        entity.HasOne<InvitationPlan>().WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Cascade);
        entity.HasOne<FramePerson>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
