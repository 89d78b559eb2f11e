using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>One role of one person in one organisation and everything below it.</summary>
public sealed class Membership
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Role Role { get; init; }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> entity)
    {
        entity.HasIndex(m => new { m.UserId, m.OrganisationId, m.Role }).IsUnique();
        entity.HasOne<User>().WithMany().HasForeignKey(m => m.UserId);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
    }
}
