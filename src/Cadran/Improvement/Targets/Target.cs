using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>"10 %" means three things; a target says which: of the baseline, of the scale, or of what the baseline lacks to 100.</summary>
public enum TargetKind { Relative, Points, GapClosure }

/// <summary>The level of satisfaction aspired to, from a measured baseline to a date.</summary>
public sealed class Target
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ServiceId { get; init; }

    /// <summary>Item code the target is about: the overall item or a driver.</summary>
    public required string Item { get; init; }
    public required Guid BaselineWaveId { get; init; }

    /// <summary>Baseline score 0–100 at full precision, with its standard error and people behind it.</summary>
    public required double Baseline { get; init; }
    public required double BaselineStandardError { get; init; }
    public required int BaselineRespondents { get; init; }
    public required DateOnly BaselineOn { get; init; }
    public required TargetKind Kind { get; init; }

    /// <summary>Relative: a share, 0.1 for 10 %. Points: points of the 0–100 score. Gap closure: a share of the gap to 100, above 0, at most 1.</summary>
    public required double Change { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateTime? WithdrawnAtUtc { get; private set; }

    // Worked out when asked for: what is stored is what was decided.
    private TargetPath Path => Kind switch
    {
        TargetKind.Relative => TargetPath.Relative(Baseline, Change),
        TargetKind.GapClosure => TargetPath.ClosingGap(Baseline, Change),
        _ => TargetPath.Adding(Baseline, Change),
    };

    /// <summary>Score to reach, capped at 100.</summary>
    public double Value => Path.Target;

    /// <summary>Score on the straight line from baseline to target; the target itself after the due date.</summary>
    public double ExpectedOn(DateOnly day) => Path.Expected(Elapsed(day));

    /// <summary>(score − baseline) / (target − baseline), not clipped.</summary>
    public double ProgressOf(double score) => Path.Progress(score);

    /// <summary>True when the whole interval is at or above the path, false when it is below it, null when the margin does not decide it.</summary>
    public bool? IsOnTrack(Interval measured, DateOnly day) => Path.IsOnTrack(measured, Elapsed(day));

    /// <summary>The same change in each of the three readings, so that nobody mistakes one for another. A relative change from a baseline of 0 has no value: NaN.</summary>
    public double Points => Path.Points;
    public double RelativeChange => Path.RelativeChange;
    public double GapShare => Path.GapShare;

    /// <summary>Only reached when every client gives the best rating.</summary>
    public bool IsAtCeiling => Path.IsAtCeiling;

    public void CheckReachable()
    {
        if (Baseline >= 100) throw new RuleViolationException("target.nothing-to-gain", "The baseline is 100 already: there is nothing left to gain.", "Wave");
        if (Path.Wanted > 100) throw new RuleViolationException("target.above-ceiling", "From a baseline of {0} this change would pass 100. Choose a smaller one.", nameof(Change), Math.Round(Baseline, 1));
        if (Value <= Baseline) throw new RuleViolationException("target.no-change", "The target must be above the baseline.", nameof(Change));
    }

    private double Elapsed(DateOnly day)
    {
        double span = DueOn.DayNumber - BaselineOn.DayNumber;
        return span <= 0 ? 1 : (day.DayNumber - BaselineOn.DayNumber) / span;
    }

    public void Withdraw(DateTime nowUtc)
    {
        if (WithdrawnAtUtc is not null) throw new RuleViolationException("target.already-withdrawn", "This target is already withdrawn.");
        WithdrawnAtUtc = nowUtc;
    }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> entity)
    {
        entity.Property(t => t.Item).HasMaxLength(60);
        entity.HasOne<Service>().WithMany().HasForeignKey(t => t.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Wave>().WithMany().HasForeignKey(t => t.BaselineWaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
