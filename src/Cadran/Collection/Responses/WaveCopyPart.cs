using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// A part of the compact copy of a closed wave (ADR 0506): its head, and one part for each column. The database itself deletes the copy
/// when a response, an import, a count or the end of the wave changes.
/// </summary>
internal sealed class WaveCopyPart
{
    /// <summary>Number of the part that says what the copy is of; without it the others are nothing.</summary>
    public const int Head = 0;

    public required Guid WaveId { get; init; }
    public required int Part { get; init; }
    public required byte[] Content { get; init; }
}

internal sealed class WaveCopyPartMapping : IEntityTypeConfiguration<WaveCopyPart>
{
    public void Configure(EntityTypeBuilder<WaveCopyPart> entity)
    {
        // Made of responses, which are no changes of state either, and made again at will.
        entity.NotAudited();
        entity.ToTable("WaveCopies");
        entity.HasKey(p => new { p.WaveId, p.Part });
        entity.HasOne<Wave>().WithMany().HasForeignKey(p => p.WaveId).OnDelete(DeleteBehavior.Cascade);
    }
}
