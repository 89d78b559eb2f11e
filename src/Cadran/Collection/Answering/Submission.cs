using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// That answers with this key have been counted in this wave; not which answers. Kept apart from <see cref="Response"/> and
/// deleted some days after the wave has closed, when nobody retries any more.
/// </summary>
public sealed class Submission
{
    public required Guid WaveId { get; init; }

    /// <summary><see cref="SubmissionKey.Digest"/>.</summary>
    public required string Digest { get; init; }
}

internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> entity)
    {
        // People's answers are facts, not changes of state, and must leave no second trace.
        entity.NotAudited();
        entity.HasKey(s => new { s.WaveId, s.Digest });
        entity.Property(s => s.Digest).HasMaxLength(SubmissionKey.TokenLength);
        entity.HasOne<Wave>().WithMany().HasForeignKey(s => s.WaveId);
    }
}
