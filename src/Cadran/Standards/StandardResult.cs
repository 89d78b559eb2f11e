using Cadran.Catalogue;
using Cadran.Statistics.Control;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cadran.Standards;

/// <summary>What was reached on a standard in one fiscal year, as reported. Whether it was met is computed, never stored.</summary>
public sealed class StandardResult
{
    public const string YearIndex = "IX_StandardResults_StandardId_FiscalYear";

    private StandardResult() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StandardId { get; private init; }
    public string FiscalYear { get; private init; } = "";

    /// <summary>The day by which the figures were reported: it says which rule of comparison was official.</summary>
    public DateOnly ReportedOn { get; private set; }
    public StandardTarget? Target { get; private set; }
    public long? MeetingTarget { get; private set; }
    public long? Total { get; private set; }

    /// <summary>The reporter's own outcome, kept to be compared with ours.</summary>
    public TargetMet? ReportedMet { get; private set; }
    public LocalText Comment { get; private set; } = LocalText.Empty;

    public StandardFigures Figures => new(Target, MeetingTarget, Total, ReportedMet);

    public StandardAssessment Assessment => new(Figures, ReportedOn);

    public static StandardResult Create(
        Guid standardId, string fiscalYear, StandardFigures figures, DateOnly reportedOn, LocalText? comment = null)
    {
        var result = new StandardResult { StandardId = standardId, FiscalYear = fiscalYear };
        result.Set(figures, reportedOn);
        result.Comment = comment ?? LocalText.Empty;
        return result;
    }

    /// <summary>Takes over what was reported again. The same figures keep the day they were first reported on.</summary>
    public void Report(StandardFigures figures, DateOnly reportedOn, LocalText comment)
    {
        if (figures != Figures) Set(figures, reportedOn);
        Comment = comment;
    }

    /// <summary>Says when the figures were published, where it was only supposed.</summary>
    public void PublishedOn(DateOnly day) => ReportedOn = day;

    private void Set(StandardFigures figures, DateOnly reportedOn) => (Target, MeetingTarget, Total, ReportedMet, ReportedOn) =
        (figures.Target, figures.Meeting, figures.Total, figures.ReportedMet, reportedOn);
}

internal sealed class StandardResultMapping : IEntityTypeConfiguration<StandardResult>
{
    public void Configure(EntityTypeBuilder<StandardResult> entity)
    {
        entity.Ignore(r => r.Figures);
        entity.Ignore(r => r.Assessment);
        entity.Property(r => r.FiscalYear).HasMaxLength(20);
        entity.Property(r => r.Target)
            .HasConversion(new ValueConverter<StandardTarget, decimal>(target => target.Share, share => new StandardTarget(share)));
        entity.Property(r => r.ReportedMet).HasMaxLength(2)
            .HasConversion(new ValueConverter<TargetMet, string>(met => OutcomeCode.Of(met), code => OutcomeCode.Read(code)!.Value));
        entity.HasIndex(r => new { r.StandardId, r.FiscalYear }).Unique(StandardResult.YearIndex, ServiceVolume.ReportedMeanwhile);
        entity.LocalText(r => r.Comment, maxLength: null);
    }
}
