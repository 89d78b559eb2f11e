using Cadran.Catalogue;
using Cadran.Collection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>"10 %" means two things; a target says which.</summary>
public enum TargetKind { Relative, Points }

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

    /// <summary>Relative: a share, 0.1 for 10 %. Points: points of the 0–100 score.</summary>
    public required double Change { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateTime? WithdrawnAtUtc { get; private set; }

    /// <summary>Score to reach, capped at 100.</summary>
    public double Value => Math.Min(100, Kind == TargetKind.Relative ? Baseline * (1 + Change) : Baseline + Change);

    /// <summary>Score on the straight line from baseline to target; the target itself after the due date.</summary>
    public double ExpectedOn(DateOnly day)
    {
        double span = DueOn.DayNumber - BaselineOn.DayNumber;
        double share = span <= 0 ? 1 : Math.Clamp((day.DayNumber - BaselineOn.DayNumber) / span, 0, 1);
        return Baseline + (Value - Baseline) * share;
    }

    /// <summary>The other way of reading the same change, so that nobody mistakes one for the other: points for a relative target, a share for one in points.</summary>
    public double OtherReading => Kind == TargetKind.Relative ? Value - Baseline : (Value - Baseline) / Baseline;

    public void CheckReachable()
    {
        double wanted = Kind == TargetKind.Relative ? Baseline * (1 + Change) : Baseline + Change;
        if (wanted > 100) throw new RuleViolationException("target.above-ceiling", "From a baseline of {0} this change would pass 100. Choose a smaller one.", nameof(Change), Math.Round(Baseline, 1));
        if (Value <= Baseline) throw new RuleViolationException("target.no-change", "The target must be above the baseline.", nameof(Change));
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
