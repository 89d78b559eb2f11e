using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>A form that was sent after the session had ended. Only the browser it was sent from has what opens it.</summary>
public sealed class KeptForm
{
    public const int IdLength = 64;
    public static readonly TimeSpan Time = TimeSpan.FromHours(1);

    /// <summary>Digest of what the browser has.</summary>
    public required string Id { get; init; }

    /// <summary>Whose session it was; null where nobody can say.</summary>
    public required Guid? UserId { get; init; }
    public required string Sealed { get; init; }
    public required DateTime KeptUntilUtc { get; init; }
}

internal sealed class KeptFormMapping : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> entity)
    {
        // It has done nothing yet.
        entity.NotAudited();
        entity.Property(f => f.Id).HasMaxLength(KeptForm.IdLength);
        entity.HasOne<User>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
