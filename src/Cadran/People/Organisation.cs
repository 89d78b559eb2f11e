using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>A node of the organisation tree. Rights given on an organisation hold for everything below it.</summary>
public sealed class Organisation
{
    public const int CodeMaxLength = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public required LocalText Name { get; set; }
    public Guid? ParentId { get; init; }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> entity)
    {
        entity.Property(o => o.Code).HasMaxLength(Organisation.CodeMaxLength);
        entity.HasIndex(o => o.Code).IsUnique();
        entity.LocalText(o => o.Name);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
