using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>That somebody is signed in on a device. Its cookie names it: without the row the cookie opens nothing.</summary>
public sealed class UserSession
{
    public const int DeviceMaxLength = 80;

    /// <summary>When it was last used is known to this.</summary>
    public static readonly TimeSpan Precision = TimeSpan.FromMinutes(15);

    private UserSession() { }

    public Guid Id { get; private init; } = Guid.NewGuid();
    public Guid UserId { get; private init; }

    /// <summary>Browser and system, as far as the browser says: for its owner to know it again. No address is kept.</summary>
    public string Device { get; private init; } = "";
    public DateTime StartedAtUtc { get; private init; }
    public DateTime SeenAtUtc { get; private init; }

    public static UserSession Start(Guid userId, string device, DateTime nowUtc) => new()
    {
        UserId = userId,
        Device = ShortText.Of(device, DeviceMaxLength - 1),
        StartedAtUtc = nowUtc,
        SeenAtUtc = nowUtc,
    };
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> entity)
    {
        // Signing in and out has events of its own.
        entity.NotAudited();
        entity.Property(s => s.Device).HasMaxLength(UserSession.DeviceMaxLength);
        entity.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
    }
}
