using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>The level of satisfaction aspired to, from a measured baseline to a date.</summary>
public sealed class Target : IVersioned
{
    private Target() { }

    public Guid Id { get; private init; }
    public Guid ServiceId { get; private init; }

    /// <summary>Item code the target is about: the overall item or a driver.</summary>
    public string Item { get; private init; } = "";
    public Guid BaselineWaveId { get; private init; }

    /// <summary>As it was measured, at full precision, with its standard error in points and the people behind it.</summary>
    public Score Baseline { get; private init; }
    public double BaselineStandardError { get; private init; }
    public int BaselineRespondents { get; private init; }

    /// <summary>Last day of the wave that measured it.</summary>
    public DateOnly BaselineOn { get; private init; }

    /// <summary>As it was committed to; <see cref="As"/> reads it otherwise.</summary>
    public TargetChange Change { get; private set; } = TargetChange.Adding(default);
    public DateOnly DueOn { get; private set; }
    public string SetBy { get; private init; } = "";
    public DateTime SetAtUtc { get; private init; }
    public string? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAtUtc { get; private set; }

    /// <summary>The baseline wave as it was read; empty in targets set before it was kept.</summary>
    public IReadOnlyList<CitedWave> Cited { get; private init; } = [];

    /// <summary>What it rests on.</summary>
    public Citation Citation => Citation.Of(Cited, SetAtUtc, BaselineWaveId);

    /// <summary>What was put right in it, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }

    // Worked out when asked for: what is stored is what was decided.
    private TargetPath Path => Change.From(Baseline);

    /// <summary>Score to reach, capped at 100.</summary>
    public Score Value => new(Path.Target);

    /// <summary>Score on the straight line from baseline to target; the target itself after the due date.</summary>
    public Score ExpectedOn(DateOnly day) => new(Path.Expected(Elapsed(day)));

    /// <summary>(score − baseline) / (target − baseline), not clipped.</summary>
    public double ProgressOf(double score) => Path.Progress(score);

    /// <summary>
    /// True when the whole interval is at or above the path, false when it is below it, null when the margin does not decide it.
    /// </summary>
    public bool? IsOnTrack(Interval measured, DateOnly day) => Path.IsOnTrack(measured, Elapsed(day));

    /// <summary>From the baseline to the capped target.</summary>
    public Points Points => new(Path.Points);

    /// <summary>The same as a share of the baseline; NaN from a baseline of 0.</summary>
    public Share RelativeChange => new(Path.RelativeChange);

    /// <summary>The same as a share of what the baseline lacks to 100.</summary>
    public Share GapShare => new(Path.GapShare);

    /// <summary>
    /// The same change in another reading, so that nobody mistakes one for another; null where there is none, from a baseline of 0.
    /// </summary>
    public TargetChange? As(TargetKind kind) => kind switch
    {
        TargetKind.Relative => double.IsNaN(RelativeChange) ? null : TargetChange.Relative(RelativeChange),
        TargetKind.GapClosure => TargetChange.ClosingGap(GapShare),
        _ => TargetChange.Adding(Points),
    };

    /// <summary>Only reached when every client gives the best rating.</summary>
    public bool IsAtCeiling => Path.IsAtCeiling;

    /// <summary>The target that a service is followed by, among those in force: of overall satisfaction, else the one due last.</summary>
    public static Target? Leading(IEnumerable<Target> ofService) => ofService.Where(t => t.WithdrawnAtUtc is null)
        .OrderByDescending(t => t.Item == MeasureNames.Overall).ThenByDescending(t => t.DueOn).ThenBy(t => t.Id).FirstOrDefault();

    /// <summary>Commits to a change of what a closed wave measured.</summary>
    /// <param name="measured">The item's score in that wave; null when the wave did not ask it.</param>
    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static Target Set(Wave baseline, string item, Measurement? measured, TargetChange change, DateOnly dueOn, Actor by, Moment now,
        Guid? number = null)
    {
        if (baseline.StateOn(now.Today) != WaveState.Closed)
            throw new RuleViolationException("target.wave-not-over",
                "A target starts from a wave that is over. Choose a closed one.", nameof(Wave));
        if (measured is not { IsShown: true })
            throw new RuleViolationException("target.no-baseline",
                "This wave has no publishable score for this measure. Choose another wave or measure.", nameof(Wave));
        RequireDue(dueOn, baseline.ClosesOn, now);
        var target = new Target
        {
            Id = number ?? Guid.CreateVersion7(),
            ServiceId = baseline.ServiceId,
            Item = item,
            BaselineWaveId = baseline.Id,
            Baseline = new(measured.Score.Estimate),
            BaselineStandardError = measured.Score.Se,
            BaselineRespondents = measured.Respondents,
            BaselineOn = baseline.ClosesOn,
            Change = change,
            DueOn = dueOn,
            Cited = measured.Cited,
            SetBy = by.Name,
            SetAtUtc = now.AtUtc,
        };
        RequireReachable(target.Baseline, change);
        return target;
    }

    /// <summary>Another change or another date. What was committed to before stays readable, and so does the measured baseline.</summary>
    public void Correct(TargetChange change, DateOnly dueOn, string? reason, Actor by, Moment now)
    {
        if (WithdrawnAtUtc is not null)
            throw new RuleViolationException("target.withdrawn", "A target that was withdrawn is not corrected any more.");
        if (dueOn != DueOn) RequireDue(dueOn, BaselineOn, now);
        IReadOnlyList<Correction> made = new CorrectionNotes(reason, by.Name, now.AtUtc).Note(nameof(DueOn), DueOn, dueOn)
            .Note(nameof(Change), Change.Written(), change.Written()).RequireReason().Made;
        RequireReachable(Baseline, change);
        (Change, DueOn) = (change, dueOn);
        Corrections = [.. Corrections, .. made];
    }

    private static void RequireDue(DateOnly dueOn, DateOnly baselineOn, Moment now)
    {
        if (dueOn <= now.Today) throw new RuleViolationException("target.due-past", "The date must be in the future.", nameof(DueOn));
        if (dueOn <= baselineOn)
            throw new RuleViolationException("target.due-before-baseline",
                "The date must be after the last day of the baseline wave, {0}.", nameof(DueOn), baselineOn);
    }

    public void Withdraw(Actor by, Moment now)
    {
        if (WithdrawnAtUtc is not null) throw new RuleViolationException("target.already-withdrawn", "This target is already withdrawn.");
        (WithdrawnBy, WithdrawnAtUtc) = (by.Name, now.AtUtc);
    }

    private static void RequireReachable(Score baseline, TargetChange change)
    {
        TargetPath path = change.From(baseline);
        if (baseline >= 100)
            throw new RuleViolationException("target.nothing-to-gain",
                "The baseline is 100 already: there is nothing left to gain.", nameof(Wave));
        if (path.Wanted > 100)
            throw new RuleViolationException("target.above-ceiling",
                "From a baseline of {0} this change would pass 100. Choose a smaller one.", nameof(Change), Math.Round(baseline, 1));
        if (path.Target <= baseline)
            throw new RuleViolationException("target.no-change", "The target must be above the baseline.", nameof(Change));
    }

    private double Elapsed(DateOnly day)
    {
        double span = DueOn.DayNumber - BaselineOn.DayNumber;
        return span <= 0 ? 1 : (day.DayNumber - BaselineOn.DayNumber) / span;
    }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> entity)
    {
        entity.Property(t => t.Item).HasMaxLength(60);
        entity.ComplexProperty(t => t.Change, change =>
        {
            change.Property(c => c.Kind).HasColumnName(nameof(TargetChange.Kind));
            change.Property(c => c.Amount).HasColumnName(nameof(Target.Change));
        });
        entity.Json(t => t.Cited);
        entity.Json(t => t.Corrections);
        entity.Ignore(t => t.Citation);
        entity.Versioned();
        entity.Property(t => t.SetBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(t => t.WithdrawnBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasOne<Service>().WithMany().HasForeignKey(t => t.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Wave>().WithMany().HasForeignKey(t => t.BaselineWaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
