using Cadran.People;
using Cadran.Statistics.Control;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cadran.Standards;

/// <summary>What was reached on a standard in a month or a quarter, with the version and the target that held then.</summary>
public sealed class PeriodResult
{
    public const string PeriodIndex = "IX_PeriodResults_StandardId_From_Months";

    private PeriodResult() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StandardId { get; private init; }
    public DateOnly From { get; private init; }
    public int Months { get; private init; }
    public PeriodFigures Figures { get; private set; } = new(0, 0);
    public StandardTarget? Target { get; private set; }

    /// <summary>Number of the version of the standard; 0 where it had none.</summary>
    public int VersionNumber { get; private set; }
    public PeriodSource Source { get; private set; }

    /// <summary>The file of cases that it was counted from.</summary>
    public Guid? CaseFileId { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public DateTime RecordedAtUtc { get; private set; }

    public ReportingPeriod Period => ReportingPeriod.Of(From, Months);
    public StandardFigures AsFigures => new(Target, Figures.Meeting, Figures.Total);
    public StandardAssessment Assessment => new(AsFigures, DateOnly.FromDateTime(RecordedAtUtc));

    /// <summary>What so many cases say about the true rate; null without a case.</summary>
    public StandardConfidence? Confidence => AsFigures.Confidence();

    internal static PeriodResult Of(Guid standardId, ReportingPeriod period) =>
        new() { StandardId = standardId, From = period.From, Months = period.Months };

    internal void Set(PeriodFigures figures, PeriodSource source, Guid? file, ServiceStandard standard, Actor by, Moment now)
    {
        (Figures, Source, CaseFileId) = (figures, source, file);
        (Target, VersionNumber) = (standard.TargetOn(Period.Last), standard.VersionOn(Period.Last)?.Number ?? 0);
        (RecordedBy, RecordedAtUtc) = (by.Name, now.AtUtc);
    }

    /// <summary>Two people recorded the same period at once.</summary>
    public static RuleViolationException RecordedMeanwhile() => new RuleViolationException(
        "standard.period-meanwhile", "Somebody has just recorded this period. Look at it before you record it again.");
}

internal sealed class PeriodResultMapping : IEntityTypeConfiguration<PeriodResult>
{
    public void Configure(EntityTypeBuilder<PeriodResult> entity)
    {
        entity.Ignore(p => p.Period);
        entity.Ignore(p => p.AsFigures);
        entity.Ignore(p => p.Assessment);
        entity.Ignore(p => p.Confidence);
        entity.Json(p => p.Figures);
        entity.Property(p => p.Target)
            .HasConversion(new ValueConverter<StandardTarget, decimal>(target => target.Share, share => new StandardTarget(share)));
        entity.Property(p => p.RecordedBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(p => new { p.StandardId, p.From, p.Months }).Unique(PeriodResult.PeriodIndex, PeriodResult.RecordedMeanwhile);
    }
}
