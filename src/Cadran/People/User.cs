using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>One account to an e-mail address.</summary>
    public static RuleViolationException Known() => new RuleViolationException(
        "people.account-known", "Somebody has just given this person an account. Send the form again to give the role.", nameof(Email));

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
    }
}
