using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// One person's answers. The id is random, rows are stored in the order of their ids, the day is all that is kept of the time and the
/// key it was sent under stays outside (<see cref="Submission"/>): nothing links an answer to a visit, an address or an invitation.
/// Written and read in bulk by <see cref="Data.ResponseStore"/>.
/// </summary>
public sealed class Response
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid WaveId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>How the answer came: online, phone, person, post, or an imported code; empty when unknown.</summary>
    public string Channel { get; init; } = "";
    public string Language { get; init; } = "";

    /// <summary>Sampling weight, positive and finite; 1 without a sample.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Design of the sample, empty without one: stratum, cluster within it, and clusters (or people) in the stratum's population.</summary>
    public string Stratum { get; init; } = "";
    public string Cluster { get; init; } = "";
    public double? Population { get; init; }

    /// <summary>The file it came from, so that an import can be taken back; null for answers people sent.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>{"item code": 4} or {"item code": "na"}; see <see cref="Answers"/>.</summary>
    public required string AnswersJson { get; init; }
}

internal sealed class ResponseMapping : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> entity)
    {
        // People's answers are facts, not changes of state, and must leave no second trace.
        entity.NotAudited();
        entity.HasKey(r => new { r.WaveId, r.Id });
        entity.Property(r => r.AnswersJson).IsJsonDocument();
        entity.Property(r => r.Channel).HasMaxLength(40);
        entity.Property(r => r.Language).HasMaxLength(2);
        entity.Property(r => r.Stratum).HasMaxLength(80);
        entity.Property(r => r.Cluster).HasMaxLength(80);
        entity.HasOne<Wave>().WithMany().HasForeignKey(r => r.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
