using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Jobs;

/// <summary>Long work that somebody started and can leave: its outcome is a row, so that any page or process can show it.</summary>
public sealed class Job
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>What it does, such as catalogue.import.</summary>
    public required string Kind { get; init; }
    public required Guid OrganisationId { get; init; }
    public Guid? UserId { get; init; }
    public required string By { get; init; }
    public required DateTime QueuedAtUtc { get; init; }

    /// <summary>Arguments of the work, as JSON of the kind's own record.</summary>
    public required string Input { get; init; }
    public DateTime? StartedAtUtc { get; set; }
    public DateTime? FinishedAtUtc { get; set; }

    /// <summary>Outcome as JSON of the kind's own record; null while running or after a failure.</summary>
    public string? Result { get; set; }

    /// <summary>Why it failed, for the person who started it; null when it did not.</summary>
    public JobFailure? Failure { get; set; }

    /// <summary>Until when the process that has it in hand is taken to live; see <see cref="JobLeases"/>.</summary>
    public DateTime? LeasedUntilUtc { get; set; }

    /// <summary>What it was started with.</summary>
    public TInput ReadInput<TInput>() => JsonSerializer.Deserialize<TInput>(Input, JobJson.Options)!;

    /// <summary>What came of it; null while there is nothing.</summary>
    public TOutcome? ReadResult<TOutcome>() where TOutcome : class =>
        Result is null ? null : JsonSerializer.Deserialize<TOutcome>(Result, JobJson.Options);
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> entity)
    {
        // A job only carries progress: what it does is told by what it saves.
        entity.NotAudited();
        entity.Property(j => j.Kind).HasMaxLength(60);
        entity.Property(j => j.Failure).HasConversion(failure => failure!.ToJson(), json => JobFailure.Parse(json));
        entity.HasIndex(j => j.QueuedAtUtc);
    }
}
