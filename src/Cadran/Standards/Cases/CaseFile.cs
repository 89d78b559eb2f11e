using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Standards;

/// <summary>
/// A file of cases that was counted for a standard. Only counts of cases that are alike are kept, never the file or a row of it. It says
/// everything about the cases that began since its first month; a later file that is taken over says it anew.
/// </summary>
public sealed class CaseFile : IVersioned
{
    public const int NameMaxLength = 200;

    private CaseFile() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StandardId { get; private init; }
    public string FileName { get; private init; } = "";

    /// <summary>The last day that the file knows.</summary>
    public DateOnly AsOf { get; private init; }
    public string By { get; private init; } = "";
    public DateTime SentAtUtc { get; private init; }
    public CaseReport Report { get; private init; } = new(0, 0);
    public IReadOnlyList<CaseCount> Counts { get; private init; } = [];
    public string? TakenBy { get; private set; }
    public DateTime? TakenAtUtc { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    internal static CaseFile Count(Guid standardId, string fileName, DateOnly asOf, CaseReport report, IReadOnlyList<CaseCount> counts,
        Actor by, Moment now) => new()
        {
            StandardId = standardId,
            FileName = ShortText.Of(fileName),
            AsOf = asOf,
            By = by.Name,
            SentAtUtc = now.AtUtc,
            Report = report,
            Counts = counts,
        };

    /// <summary>Months and quarters that are over and that the file knows whole.</summary>
    public IReadOnlyList<(ReportingPeriod Period, PeriodFigures Figures)> Periods(int months) =>
        [.. CaseCounts.ByPeriod(Counts, months).Where(p => p.Period.Last <= AsOf && p.Period.From >= Report.FirstWhole)];

    /// <summary>Its months become results of the standard, with all that was said before readable.</summary>
    /// <returns>Results that are new.</returns>
    public IReadOnlyList<PeriodResult> TakeInto(ServiceStandard standard, int months, Actor by, Moment now)
    {
        if (TakenAtUtc is not null) throw new RuleViolationException("cases.taken", "This file has been taken over already.");
        var over = Periods(months).Where(p => p.Period.Last < now.Today).ToList();
        if (over.Count == 0)
            throw new RuleViolationException("cases.no-period",
                "The file knows no whole month that is over: there is no result to take over.");
        List<PeriodResult> made = [];
        foreach ((ReportingPeriod period, PeriodFigures figures) in over)
            if (standard.RecordPeriod(period, figures, PeriodSource.Cases, $"Counted from {FileName}, known up to {AsOf.Iso()}.", by, now,
                Id)
                is { } result) made.Add(result);
        (TakenBy, TakenAtUtc) = (by.Name, now.AtUtc);
        return made;
    }
}

internal sealed class CaseFileMapping : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> entity)
    {
        entity.Property(f => f.FileName).HasMaxLength(CaseFile.NameMaxLength);
        entity.Property(f => f.By).HasMaxLength(Actor.NameMaxLength);
        entity.Property(f => f.TakenBy).HasMaxLength(Actor.NameMaxLength);
        entity.Json(f => f.Report);
        entity.Property(f => f.Counts).HasConversion(
            new Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<IReadOnlyList<CaseCount>, string>(
                counts => CaseCounts.Write(counts), written => CaseCounts.Read(written)),
            new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<IReadOnlyList<CaseCount>>(
                (left, right) => ReferenceEquals(left, right), counts => counts.Count, counts => counts));
        entity.Property(f => f.Counts).NotAudited();
        entity.Versioned();
        entity.HasOne<ServiceStandard>().WithMany().HasForeignKey(f => f.StandardId);
    }
}
