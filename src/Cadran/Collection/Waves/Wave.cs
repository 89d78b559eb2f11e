using Cadran.Catalogue;
using Cadran.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

public enum WaveState { Planned, Open, Closed }

/// <summary>One round of collection for a service with one published questionnaire version.</summary>
public sealed class Wave
{
    public const int NameMaxLength = 80;
    public const int SlugLength = 12;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ServiceId { get; init; }
    public required Guid VersionId { get; init; }

    /// <summary>Short label shown on charts, such as 2026-1.</summary>
    public required string Name { get; set; }

    /// <summary>Last part of the public address; random, so that a wave cannot be guessed from another.</summary>
    public required string Slug { get; init; }

    /// <summary>First and last day on which answers are taken, inclusive, in the installation's time zone.</summary>
    public required DateOnly OpensOn { get; set; }
    public required DateOnly ClosesOn { get; set; }

    /// <summary>Set when somebody closed it before its last day.</summary>
    public DateTime? ClosedAtUtc { get; private set; }

    /// <summary>
    /// How people came to answer. Only a sample with known chances carries a margin of error in the strict sense;
    /// for an open link the interval is shown with that warning.
    /// </summary>
    public bool ProbabilitySample { get; init; }

    /// <summary>A new random slug: 31 signs that nobody confuses, 59 bits.</summary>
    public static string NewSlug() => System.Security.Cryptography.RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", SlugLength);

    public WaveState StateOn(DateOnly day) =>
        ClosedAtUtc is not null || day > ClosesOn ? WaveState.Closed : day < OpensOn ? WaveState.Planned : WaveState.Open;

    public void Close(DateTime nowUtc)
    {
        if (ClosedAtUtc is not null) throw new RuleViolationException("wave.already-closed", "This wave is already closed.");
        ClosedAtUtc = nowUtc;
    }

    public void Reopen()
    {
        if (ClosedAtUtc is null) throw new RuleViolationException("wave.not-closed", "This wave is not closed.");
        ClosedAtUtc = null;
    }

    /// <summary>Both days count. A wave that people have already answered may be moved too: each answer keeps its own day.</summary>
    public void Reschedule(DateOnly opensOn, DateOnly closesOn)
    {
        if (closesOn < opensOn) throw new RuleViolationException("wave.dates", "The last day cannot be before the first.", nameof(ClosesOn));
        (OpensOn, ClosesOn) = (opensOn, closesOn);
    }
}

internal sealed class WaveMapping : IEntityTypeConfiguration<Wave>
{
    public void Configure(EntityTypeBuilder<Wave> entity)
    {
        entity.Property(w => w.Name).HasMaxLength(Wave.NameMaxLength);
        entity.Property(w => w.Slug).HasMaxLength(Wave.SlugLength);
        entity.HasIndex(w => w.Slug).IsUnique();
        entity.HasIndex(w => new { w.ServiceId, w.Name }).IsUnique();
        entity.HasOne<Service>().WithMany().HasForeignKey(w => w.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(w => w.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
