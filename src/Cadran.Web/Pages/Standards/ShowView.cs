using Cadran.Catalogue;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Cadran.Web.Pages.Shared;

namespace Cadran.Web.Pages.Standards;

/// <summary>A standard with its service, as its page shows it.</summary>
public sealed record ShowView(ServiceStandard Standard, Service Service)
{
    public bool MayEdit { get; init; }
    public string? Calendar { get; init; }

    /// <summary>Months, or quarters where there are no months or these were asked for.</summary>
    public int Months { get; init; } = ReportingPeriod.Month;
    public StandardChart? Chart { get; init; }

    /// <summary>The last file of cases that was taken over; null where none was.</summary>
    public CaseFile? Cases { get; init; }

    /// <summary>What came into the register from it; null on the pages that do not show it.</summary>
    public RaisedEntries? Raised { get; init; }

    public IEnumerable<PeriodResult> Periods => Standard.Periods.Where(p => p.Months == Months).OrderByDescending(p => p.From);
    public IReadOnlyList<StandardNote> Changes => [.. Standard.Notes.Where(n => n.Kind == StandardNoteKind.Change)];
    public bool HasBoth => Standard.Periods.Exists(p => p.Months == ReportingPeriod.Month)
        && Standard.Periods.Exists(p => p.Months == ReportingPeriod.Quarter);
    public int Missed => Periods.Count(p => p.Assessment.Under() == TargetMet.No);
}
