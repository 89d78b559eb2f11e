using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>Somebody does not want to be asked, by nobody of the installation: only the digest of the contact is kept.</summary>
public sealed class OptOut
{
    public const int ReasonMaxLength = 200;

    private OptOut() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ContactKind Kind { get; private init; }
    public string Digest { get; private init; } = "";
    public string? Reason { get; private init; }
    public string AddedBy { get; private init; } = "";
    public DateTime AddedAtUtc { get; private init; }

    public static OptOut Add(ContactKind kind, string digest, string? reason, Actor by, Moment now) => new()
    {
        Kind = kind,
        Digest = digest,
        Reason = string.IsNullOrWhiteSpace(reason) ? null : TextLimits.Required(reason, ReasonMaxLength, nameof(Reason)),
        AddedBy = by.Name,
        AddedAtUtc = now.AtUtc,
    };

    public static RuleViolationException Known() =>
        new RuleViolationException("opt-out.known", "This contact is on the list already.", "Contact");
}

internal sealed class OptOutMapping : IEntityTypeConfiguration<OptOut>
{
    public void Configure(EntityTypeBuilder<OptOut> entity)
    {
        entity.Property(o => o.Digest).HasMaxLength(ContactKeys.Length).NotAudited();
        entity.Property(o => o.Reason).HasMaxLength(OptOut.ReasonMaxLength);
        entity.Property(o => o.AddedBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(o => o.Digest).Unique("IX_OptOuts_Digest", OptOut.Known);
    }
}
