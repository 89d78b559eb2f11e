using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// Who is asked in a wave. It knows of each person whether he was drawn and of all together whether they were invited; what anybody
/// answered is nowhere near it.
/// </summary>
public sealed class Sample : IVersioned
{
    private Sample() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid FrameId { get; private init; }
    public Guid WaveId { get; private init; }
    public SampleDesign Design { get; private init; } = new();

    /// <summary>With it the draw can be made again.</summary>
    public long Seed { get; private init; }

    /// <summary>Name and version of how the seed becomes people.</summary>
    public string Algorithm { get; private init; } = "";

    /// <summary>SHA-256 of those who could be drawn, in the order in which they were: the same list gives the same people.</summary>
    public string ListDigest { get; private init; } = "";
    public IReadOnlyList<SampleStratum> Strata { get; private init; } = [];

    /// <summary>How many of the frame could not be drawn, by the reason.</summary>
    public IReadOnlyDictionary<SampleOutcome, int> LeftOut { get; private init; } = new Dictionary<SampleOutcome, int>();
    public int Drawn { get; private init; }
    public string DrawnBy { get; private init; } = "";
    public DateTime DrawnAtUtc { get; private init; }
    public DateTime? InvitedAtUtc { get; private set; }
    public string? InvitedBy { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    internal static Sample Draw(Frame frame, Wave wave, SampleDesign design, long seed, string algorithm, string listDigest,
        IReadOnlyList<SampleStratum> strata, IReadOnlyDictionary<SampleOutcome, int> leftOut, Actor by, Moment now)
    {
        RequirePlanned(wave, now.Today);
        if (frame.ServiceId is { } service && service != wave.ServiceId)
            throw new RuleViolationException("sample.other-service", "This frame holds the clients of another service.", "Wave");
        return new()
        {
            FrameId = frame.Id,
            WaveId = wave.Id,
            Design = design,
            Seed = seed,
            Algorithm = algorithm,
            ListDigest = listDigest,
            Strata = strata,
            LeftOut = leftOut,
            Drawn = strata.Sum(s => s.Invite),
            DrawnBy = by.Name,
            DrawnAtUtc = now.AtUtc,
        };
    }

    public static void RequirePlanned(Wave wave, DateOnly today)
    {
        if (wave.StateOn(today) != WaveState.Planned)
            throw new RuleViolationException("sample.not-planned",
                "A sample is drawn before the wave opens: this one has begun or is over.",
                "Wave");
    }

    /// <summary>The people have been written to, or the list has gone to whoever does.</summary>
    public void Invite(Actor by, Moment now)
    {
        if (InvitedAtUtc is not null)
            throw new RuleViolationException("sample.invited", "These people have been invited already.");
        (InvitedAtUtc, InvitedBy) = (now.AtUtc, by.Name);
    }

    /// <summary>Who was invited was invited: a draw is undone before that or not at all.</summary>
    public void RequireUndoable()
    {
        if (InvitedAtUtc is not null)
            throw new RuleViolationException("sample.not-undone", "This draw stays: its people have been invited.");
    }

    public static RuleViolationException WaveTaken() =>
        new RuleViolationException("sample.wave-taken", "A sample was drawn for this wave already: undo that draw first.", "Wave");
}

internal sealed class SampleMapping : IEntityTypeConfiguration<Sample>
{
    public void Configure(EntityTypeBuilder<Sample> entity)
    {
        entity.Property(s => s.Algorithm).HasMaxLength(40);
        entity.Property(s => s.ListDigest).HasMaxLength(64);
        entity.Property(s => s.DrawnBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(s => s.InvitedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Json(s => s.Design);
        entity.Json(s => s.Strata);
        entity.Json(s => s.LeftOut);
        entity.Versioned();
        entity.HasIndex(s => s.WaveId).Unique("IX_Samples_WaveId", Sample.WaveTaken);
        entity.HasOne<Frame>().WithMany().HasForeignKey(s => s.FrameId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Wave>().WithMany().HasForeignKey(s => s.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
