using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>One role of one person in one organisation and everything below it.</summary>
public sealed class Membership : IVersioned
{
    public const string RoleIndex = "IX_Memberships_UserId_OrganisationId_Role";

    private Membership() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid UserId { get; private init; }
    public Guid OrganisationId { get; private init; }
    public Role Role { get; private init; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public static Membership Give(Guid userId, Guid organisationId, Role role) =>
        new() { UserId = userId, OrganisationId = organisationId, Role = role };

    /// <summary>Nobody takes away what lets him give roles: an installation always keeps an administrator.</summary>
    public void RequireRemovableBy(Actor actor)
    {
        if (Role == Role.Administrator && UserId == actor.UserId)
            throw new RuleViolationException("people.own-administrator",
                "You cannot remove your own administrator role. Ask another administrator.");
    }

    /// <summary>A role that has no page would leave its holder before closed doors.</summary>
    public static void RequireGivable(Role role)
    {
        if (!role.HasPages())
            throw new RuleViolationException("people.role-without-page",
                "This role has no page of its own yet. Give another one; it can be given when its page has come.", nameof(Role));
    }

    /// <summary>A role is given once to a person in an organisation.</summary>
    public static RuleViolationException AlreadyGiven() =>
        new RuleViolationException("people.role-given", "This person already has this role there.", nameof(Role));
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> entity)
    {
        entity.Versioned();
        entity.HasIndex(m => new { m.UserId, m.OrganisationId, m.Role }).Unique(Membership.RoleIndex, Membership.AlreadyGiven);
        entity.HasOne<User>().WithMany().HasForeignKey(m => m.UserId);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
    }
}
