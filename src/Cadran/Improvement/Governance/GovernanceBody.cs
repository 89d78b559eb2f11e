using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>A body that looks at improvement in an organisation and all below it, with its members and how often it meets.</summary>
public sealed class GovernanceBody : IVersioned
{
    public const int NameMaxLength = 200;
    public const int MembersMaxLength = 2000;
    public const int LongestInterval = 24;
    public const string NameIndex = "IX_GovernanceBodies_OrganisationId_Name";

    private GovernanceBody() { }

    public Guid Id { get; private init; }
    public Guid OrganisationId { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>One a line, as the body calls them: functions, seldom persons.</summary>
    public string Members { get; private set; } = "";

    /// <summary>It meets at least once in so many months.</summary>
    public int EveryMonths { get; private set; }

    /// <summary>It audits: its agenda shows also what was decided and not done, and what rests on evidence that moved.</summary>
    public bool Audits { get; private set; }
    public string MadeBy { get; private init; } = "";
    public DateTime MadeAtUtc { get; private init; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public IReadOnlyList<string> MemberList =>
        Members.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static GovernanceBody Make(Guid organisationId, string? name, string? members, int everyMonths, bool audits, Actor by,
        Moment now, Guid? number = null)
    {
        var body = new GovernanceBody
        {
            Id = number ?? Guid.CreateVersion7(),
            OrganisationId = organisationId,
            MadeBy = by.Name,
            MadeAtUtc = now.AtUtc,
        };
        body.Change(name, members, everyMonths, audits);
        return body;
    }

    public void Change(string? name, string? members, int everyMonths, bool audits)
    {
        if (everyMonths is < 1 or > LongestInterval)
            throw new RuleViolationException("governance.interval", "A body meets at least once in 1 to {0} months.", nameof(EveryMonths),
                LongestInterval);
        Name = TextLimits.Required(name, NameMaxLength, nameof(Name));
        Members = string.IsNullOrWhiteSpace(members) ? "" : TextLimits.Required(members, MembersMaxLength, nameof(Members));
        (EveryMonths, Audits) = (everyMonths, audits);
    }

    /// <summary>An organisation has one body of a name.</summary>
    public static RuleViolationException NameTaken() =>
        new RuleViolationException("governance.name-taken", "This organisation has a body of this name already.", nameof(Name));
}

internal sealed class GovernanceBodyMapping : IEntityTypeConfiguration<GovernanceBody>
{
    public void Configure(EntityTypeBuilder<GovernanceBody> entity)
    {
        entity.Property(b => b.Name).HasMaxLength(GovernanceBody.NameMaxLength);
        entity.Property(b => b.Members).HasMaxLength(GovernanceBody.MembersMaxLength);
        entity.Property(b => b.MadeBy).HasMaxLength(Actor.NameMaxLength);
        entity.Versioned();
        entity.HasIndex(b => new { b.OrganisationId, b.Name }).Unique(GovernanceBody.NameIndex, GovernanceBody.NameTaken);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
