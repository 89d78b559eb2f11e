using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// Answers on their way: kept between the pages of a questionnaire so that back, reload and the language switch lose nothing.
/// Deleted when the response is sent, or a day after the last change. Never counted, never analysed.
/// </summary>
public sealed class Draft
{
    /// <summary><see cref="SubmissionKey.Digest"/>: who reads the database cannot open the draft.</summary>
    public required string Digest { get; init; }
    public required Guid WaveId { get; init; }
    public required DateOnly ChangedOn { get; set; }
    public required string AnswersJson { get; set; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> entity)
    {
        // People's answers are facts, not changes of state, and must leave no second trace.
        entity.NotAudited();
        entity.HasKey(d => d.Digest);
        entity.Property(d => d.Digest).HasMaxLength(SubmissionKey.TokenLength);
        entity.HasOne<Wave>().WithMany().HasForeignKey(d => d.WaveId);
    }
}
