using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>One row with a number that grows whenever an organisation is saved.</summary>
public sealed class OrganisationTreeVersion
{
    public int Id { get; private init; }
    public long Number { get; private set; }
}

internal sealed class OrganisationTreeVersionMapping : IEntityTypeConfiguration<OrganisationTreeVersion>
{
    public void Configure(EntityTypeBuilder<OrganisationTreeVersion> entity)
    {
        entity.NotAudited();
        entity.Property(v => v.Id).ValueGeneratedNever();
    }
}
