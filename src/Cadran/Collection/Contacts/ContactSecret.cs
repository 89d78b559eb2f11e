using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>The one secret behind all digests of contacts, sealed with the keys that lie beside the database.</summary>
internal sealed class ContactSecret
{
    public int Id { get; init; } = 1;
    public required string Sealed { get; init; }
}

internal sealed class ContactSecretMapping : IEntityTypeConfiguration<ContactSecret>
{
    public void Configure(EntityTypeBuilder<ContactSecret> entity)
    {
        entity.NotAudited();
        entity.Property(s => s.Id).ValueGeneratedNever();
    }
}
