using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// Somebody who was drawn, with the design weight, or who could not be, with the reason. Nothing here leads to an answer.
/// </summary>
internal sealed class SampledPerson
{
    public required Guid SampleId { get; init; }
    public required Guid PersonId { get; init; }
    public required SampleOutcome Outcome { get; init; }

    /// <summary>Inverse of the chance to be drawn; 0 for who could not be.</summary>
    public double Weight { get; init; }
}

internal sealed class SampledPersonMapping : IEntityTypeConfiguration<SampledPerson>
{
    public void Configure(EntityTypeBuilder<SampledPerson> entity)
    {
        entity.NotAudited();
        entity.ToTable("SampledPeople");
        entity.HasKey(s => new { s.SampleId, s.PersonId });
        entity.HasIndex(s => s.PersonId);
        entity.HasOne<Sample>().WithMany().HasForeignKey(s => s.SampleId).OnDelete(DeleteBehavior.Cascade);
        entity.HasOne<FramePerson>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
