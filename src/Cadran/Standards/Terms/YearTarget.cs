using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cadran.Standards;

/// <summary>What a standard aims at in one fiscal year, where that is not what it promises; or why it has no target then.</summary>
public sealed class YearTarget
{
    public const string YearIndex = "IX_YearTargets_StandardId_Year";

    private YearTarget() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StandardId { get; private init; }
    public string Year { get; private init; } = "";

    /// <summary>Null where <see cref="Absence"/> says why.</summary>
    public StandardTarget? Target { get; private set; }
    public TargetAbsence? Absence { get; private set; }
    public string SetBy { get; private set; } = "";
    public DateTime SetAtUtc { get; private set; }

    internal static YearTarget Of(Guid standardId, string year) => new() { StandardId = standardId, Year = year };

    internal void Set(StandardTarget? target, TargetAbsence? absence, Actor by, Moment now) =>
        (Target, Absence, SetBy, SetAtUtc) = (target, absence, by.Name, now.AtUtc);

    /// <summary>Two people set the same year at once.</summary>
    public static RuleViolationException SetMeanwhile() => new RuleViolationException(
        "standard.target-meanwhile", "Somebody has just set the target of this year. Look at it before you set another.");

    /// <summary>The same in every language, for what is kept of corrections.</summary>
    internal string Said() => Said(Target, Absence);

    internal static string Said(StandardTarget? target, TargetAbsence? absence) => target?.ToString() ?? absence?.ToString() ?? "–";
}

internal sealed class YearTargetMapping : IEntityTypeConfiguration<YearTarget>
{
    public void Configure(EntityTypeBuilder<YearTarget> entity)
    {
        entity.Property(t => t.Year).HasMaxLength(20);
        entity.Property(t => t.Target)
            .HasConversion(new ValueConverter<StandardTarget, decimal>(target => target.Share, share => new StandardTarget(share)));
        entity.Property(t => t.SetBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(t => new { t.StandardId, t.Year }).Unique(YearTarget.YearIndex, YearTarget.SetMeanwhile);
    }
}
