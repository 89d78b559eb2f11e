using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// That somebody is asked on a day: a digest and a day, without a name. It outlives the contacts of the frame, so that another organisation
/// does not ask the same person again; nobody sees more of it than how many could not be asked.
/// </summary>
internal sealed class ContactAsk
{
    /// <summary>Longer ago it plays no part in any rule.</summary>
    public const int KeptDays = 2 * 365 + 1;

    public required string Digest { get; init; }
    public required Guid SampleId { get; init; }
    public DateOnly AskedOn { get; set; }
}

internal sealed class ContactAskMapping : IEntityTypeConfiguration<ContactAsk>
{
    public void Configure(EntityTypeBuilder<ContactAsk> entity)
    {
        entity.NotAudited();
        entity.HasKey(a => new { a.Digest, a.SampleId });
        entity.Property(a => a.Digest).HasMaxLength(ContactKeys.Length);
        entity.HasIndex(a => a.SampleId);
    }
}
