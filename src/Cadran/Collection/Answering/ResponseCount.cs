using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// How many responses one writing process has added to a wave. The sum over the writers is the number of responses; a row per
/// writer, so that processes never wait for each other.
/// </summary>
public sealed class ResponseCount
{
    public required Guid WaveId { get; init; }
    public required string Writer { get; init; }
    public required long Count { get; set; }
}

internal sealed class ResponseCountMapping : IEntityTypeConfiguration<ResponseCount>
{
    public void Configure(EntityTypeBuilder<ResponseCount> entity)
    {
        // People's answers are facts, not changes of state, and must leave no second trace.
        entity.NotAudited();
        entity.HasKey(c => new { c.WaveId, c.Writer });
        entity.Property(c => c.Writer).HasMaxLength(40);
        entity.HasOne<Wave>().WithMany().HasForeignKey(c => c.WaveId);
    }
}
