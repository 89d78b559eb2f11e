using Cadran.People;

namespace Cadran.Standards;

/// <summary>What was reached in months and quarters, and what was remarked on it.</summary>
public sealed partial class ServiceStandard
{
    public List<PeriodResult> Periods { get; } = [];
    public List<StandardNote> Notes { get; } = [];

    /// <summary>Since when everybody may read it with its results; null while nobody outside does.</summary>
    public DateTime? PublishedAtUtc { get; private set; }
    public string? PublishedBy { get; private set; }

    /// <summary>Writes what was reached in a period that is over. Figures become others with a reason, and stay readable.</summary>
    /// <returns>What is new; null where a period that was there was put right.</returns>
    public PeriodResult? RecordPeriod(
        ReportingPeriod period, PeriodFigures figures, PeriodSource source, string? reason, Actor by, Moment now, Guid? file = null)
    {
        figures.Require();
        if (period.Last >= now.Today)
            throw new RuleViolationException("standard.period-open", "{0} is not over: record it when it has ended.", "Period",
                period.ToString());
        PeriodResult? known = Periods.Find(p => p.From == period.From && p.Months == period.Months);
        if (known is { } before && before.Figures != figures)
            Corrections =
            [
                .. Corrections,
                .. new CorrectionNotes(reason, by.Name, now.AtUtc).Note(period.ToString(), before.Figures.ToString(), figures.ToString())
                    .RequireReason().Made,
            ];
        PeriodResult of = known ?? PeriodResult.Of(Id, period);
        if (known is null || known.Figures != figures || known.CaseFileId != file) of.Set(figures, source, file, this, by, now);
        if (known is not null) return null;
        Periods.Add(of);
        return of;
    }

    public StandardNote Remark(StandardNoteKind kind, DateOnly on, LocalText text, Actor by, Moment now)
    {
        var made = StandardNote.Write(Id, kind, on, text, by, now);
        Notes.Add(made);
        return made;
    }

    /// <summary>Shows it to everybody, with its results and what is done about misses.</summary>
    public void Publish(Actor by, Moment now)
    {
        if (PublishedAtUtc is not null) throw new RuleViolationException("standard.published", "This standard is public already.");
        if (Latest is null && Results.Count == 0)
            throw new RuleViolationException("standard.nothing-to-publish",
                "Write first what the standard commits to: the public reads what it can count on.");
        (PublishedBy, PublishedAtUtc) = (by.Name, now.AtUtc);
    }

    /// <summary>Shows it to nobody outside any more; who did so stays in the audit trail.</summary>
    public void Unpublish()
    {
        if (PublishedAtUtc is null) throw new RuleViolationException("standard.not-public", "This standard is not public.");
        (PublishedBy, PublishedAtUtc) = (null, null);
    }
}
