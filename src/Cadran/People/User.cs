using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>A person with an account. What the person may do is in <see cref="Membership"/>.</summary>
public sealed class User : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 120;

    /// <summary>As long as Identity keeps it.</summary>
    public const int EmailMaxLength = 256;

    /// <summary>Identity's name of the index on the e-mail address in capitals.</summary>
    public const string NameIndex = "UserNameIndex";

    private User() => Id = Guid.CreateVersion7();

    public string DisplayName { get; private set; } = "";

    /// <summary>Interface language: en or fr; null until chosen.</summary>
    public string? Language { get; private set; }

    /// <summary>Set while an administrator keeps the account closed: nobody signs in with it, and what it was open on has ended.</summary>
    public DateTime? DisabledAtUtc { get; private set; }

    /// <summary>Who comes back after so long has come again.</summary>
    public static readonly TimeSpan VisitsApart = TimeSpan.FromHours(4);

    /// <summary>When the person was last here, on whatever device.</summary>
    public DateTime? SeenAtUtc { get; private init; }

    /// <summary>When the visit before this one ended: what happened since is told as new. Null on the first visit.</summary>
    public DateTime? VisitBeforeAtUtc { get; private init; }

    /// <summary>One account to an e-mail address.</summary>
    public static RuleViolationException Known() => new RuleViolationException(
        "people.account-known", "Somebody has just given this person an account. Send the form again to give the role.", nameof(Email));

    /// <summary>Closes the account. Nobody closes his own: whoever can close accounts can go on doing it.</summary>
    public void Disable(Actor by, Moment now)
    {
        if (Id == by.UserId)
            throw new RuleViolationException("people.own-account", "You cannot disable your own account. Ask another administrator.");
        if (DisabledAtUtc is not null) throw new RuleViolationException("people.disabled", "This account is already disabled.");
        DisabledAtUtc = now.AtUtc;
        EndWhatIsOpen();
    }

    public void Enable()
    {
        if (DisabledAtUtc is null) throw new RuleViolationException("people.not-disabled", "This account is not disabled.");
        DisabledAtUtc = null;
    }

    /// <summary>Sessions and one-time links made before are of another stamp, and worth nothing from now on.</summary>
    public void EndWhatIsOpen() => SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>An account known by its e-mail address, without a password yet.</summary>
    public static User Invite(string email, string displayName) => new()
    {
        UserName = email,
        Email = email,
        DisplayName = TextLimits.Required(displayName, DisplayNameMaxLength, nameof(DisplayName)),
    };
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> entity)
    {
        entity.ToTable("Users");
        entity.HasIndex(u => u.NormalizedUserName).Unique(User.NameIndex, User.Known);
        entity.Property(u => u.DisplayName).HasMaxLength(User.DisplayNameMaxLength);
        entity.Property(u => u.Language).HasMaxLength(2);
        // Set past the tracker at each visit, and never written back with an account that was read before.
        foreach (string seen in new[] { nameof(User.SeenAtUtc), nameof(User.VisitBeforeAtUtc) })
        {
            PropertyBuilder<DateTime?> property = entity.Property<DateTime?>(seen);
            property.NotAudited();
            property.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        }
        // As 0.2 had it; newer schemas of Identity set limits that no script of ours has made.
        entity.Property(u => u.PhoneNumber).Metadata.SetMaxLength(null);
    }
}
