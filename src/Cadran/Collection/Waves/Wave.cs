using System.Security.Cryptography;
using Cadran.People;

namespace Cadran.Collection;

/// <summary>One round of collection for a service with one published questionnaire version.</summary>
public sealed class Wave : IVersioned
{
    public const int NameMaxLength = 80;
    public const int SlugLength = 12;
    public const string NameIndex = "IX_Waves_ServiceId_Name";

    private Wave() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; private init; }
    public Guid VersionId { get; private init; }

    /// <summary>Short label shown on charts, such as 2026-1; unique within the service.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Last part of the public address; random, so that a wave cannot be guessed from another.</summary>
    public string Slug { get; private init; } = "";

    /// <summary>First and last day on which answers are taken, inclusive, in the installation's time zone.</summary>
    public DateOnly OpensOn { get; private set; }
    public DateOnly ClosesOn { get; private set; }

    /// <summary>Set while it is closed by somebody before its last day.</summary>
    public DateTime? ClosedAtUtc { get; private set; }

    /// <summary>Each time somebody closed it, oldest first: a reopening adds to what happened and takes nothing away.</summary>
    public IReadOnlyList<EarlyClosing> Closings { get; private set; } = [];

    /// <summary>
    /// How people came to answer. Only a sample with known chances carries a margin of error in the strict sense;
    /// for an open link the interval is shown with that warning.
    /// </summary>
    public bool ProbabilitySample { get; private init; }
    public string PlannedBy { get; private init; } = "";
    public DateTime PlannedAtUtc { get; private init; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>A wave over days past is one whose answers were collected elsewhere.</summary>
    public static Wave Plan(Guid serviceId, Guid versionId, string name, DateOnly opensOn, DateOnly closesOn, Actor by, Moment now,
        bool probabilitySample = false)
    {
        var wave = new Wave
        {
            ServiceId = serviceId,
            VersionId = versionId,
            Slug = NewSlug(),
            ProbabilitySample = probabilitySample,
            PlannedBy = by.Name,
            PlannedAtUtc = now.AtUtc,
        };
        wave.Change(name, opensOn, closesOn);
        return wave;
    }

    public WaveState StateOn(DateOnly day) =>
        ClosedAtUtc is not null || day > ClosesOn ? WaveState.Closed : day < OpensOn ? WaveState.Planned : WaveState.Open;

    public void Close(Actor by, Moment now)
    {
        if (ClosedAtUtc is not null) throw new RuleViolationException("wave.already-closed", "This wave is already closed.");
        ClosedAtUtc = now.AtUtc;
        Closings = [.. Closings, new EarlyClosing(by.Name, now.AtUtc)];
    }

    public void Reopen(Actor by, Moment now)
    {
        if (ClosedAtUtc is null) throw new RuleViolationException("wave.not-closed", "This wave is not closed.");
        ClosedAtUtc = null;
        Closings = [.. Closings.SkipLast(1), Closings[^1] with { ReopenedBy = by.Name, ReopenedAtUtc = now.AtUtc }];
    }

    /// <summary>Both days count. A wave that people have already answered may be moved too: each answer keeps its own day.</summary>
    public void Change(string name, DateOnly opensOn, DateOnly closesOn)
    {
        if (closesOn < opensOn)
            throw new RuleViolationException("wave.dates", "The last day cannot be before the first.", nameof(ClosesOn));
        (Name, OpensOn, ClosesOn) = (TextLimits.Required(name, NameMaxLength, nameof(Name)), opensOn, closesOn);
    }

    /// <summary>Two waves of one name could not be told apart on a chart.</summary>
    public static RuleViolationException NameTaken() =>
        new RuleViolationException("wave.name-taken", "This service already has a wave of that name.", nameof(Name));

    // 31 signs that nobody confuses, 59 bits.
    private static string NewSlug() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", SlugLength);
}
