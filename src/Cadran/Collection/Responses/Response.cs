using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// One person's answers. The id is random, rows are stored in the order of their ids, the day is all that is kept of the time and the
/// key it was sent under stays outside (<see cref="Submission"/>): nothing links an answer to a visit, an address or an invitation.
/// Whoever receives answers can write them; they are read back in this module and through the disclosure policy of Insight.
/// </summary>
public sealed class Response
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid WaveId { get; init; }

    /// <summary>
    /// A random place among the others that a response keeps for good: the first eight digits of its id as they are written.
    /// </summary>
    internal static uint Place(Guid id) => BitConverter.ToUInt32(id.ToByteArray());

    public required DateOnly ReceivedOn { internal get; init; }

    /// <summary>How the answer came: online, phone, person, post, or an imported code; empty when unknown.</summary>
    public string Channel { internal get; init; } = "";
    public string Language { internal get; init; } = "";

    /// <summary>Sampling weight, positive and finite; 1 without a sample.</summary>
    public double Weight { internal get; init; } = 1;

    /// <summary>
    /// Design of the sample, empty without one: stratum, cluster within it, and clusters (or people) in the stratum's population.
    /// </summary>
    public string Stratum { internal get; init; } = "";
    public string Cluster { internal get; init; } = "";
    public double? Population { internal get; init; }

    /// <summary>The file it came from, so that an import can be taken back; null for answers people sent.</summary>
    public Guid? ImportId { internal get; init; }

    /// <summary>{"item code": 4} or {"item code": "na"}; see <see cref="Answers"/>.</summary>
    public required string AnswersJson { internal get; init; }
}

internal sealed class ResponseMapping : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> entity)
    {
        // People's answers are facts, not changes of state, and must leave no second trace.
        entity.NotAudited();
        entity.HasKey(r => new { r.WaveId, r.Id });
        entity.Property(r => r.AnswersJson).IsJsonDocument();
        // Named one by one: what cannot be read from outside is not found by convention.
        entity.Property(r => r.ReceivedOn);
        entity.Property(r => r.Weight);
        entity.Property(r => r.Population);
        entity.Property(r => r.ImportId);
        entity.Property(r => r.Channel).HasMaxLength(40);
        entity.Property(r => r.Language).HasMaxLength(2);
        entity.Property(r => r.Stratum).HasMaxLength(80);
        entity.Property(r => r.Cluster).HasMaxLength(80);
        entity.HasOne<Wave>().WithMany().HasForeignKey(r => r.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
