using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Standards;

namespace Cadran.Web.Pages.Standards;

/// <summary>The standards of a service beside the drivers of its clients' satisfaction.</summary>
/// <param name="Wave">The last closed wave; null where nobody was asked yet.</param>
/// <param name="Drivers">By importance; empty where the wave tells none.</param>
public sealed record ImportanceView(
    Service Service, Wave? Wave, IReadOnlyList<DecisionEvidence> Drivers, IReadOnlyList<ServiceStandard> Standards)
{
    public bool MayEdit { get; init; }

    /// <summary>Codes and names of the columns: the measured drivers, else those of the common measures.</summary>
    public IReadOnlyList<(string Code, LocalText Name)> Columns { get; init; } = [];

    /// <summary>More important than the drivers are on average.</summary>
    public bool Matters(DecisionEvidence driver) => Drivers.Count > 0 && driver.ImportanceShare >= 1.0 / Drivers.Count;

    /// <summary>Drivers that matter and that no promise touches.</summary>
    public IEnumerable<DecisionEvidence> Untouched => Drivers.Where(d => Matters(d) && !Standards.Any(s => s.Drivers.Contains(d.Driver)));

    /// <summary>Promises that touch no driver that matters.</summary>
    public IEnumerable<ServiceStandard> NotAskedFor =>
        Drivers.Count == 0 ? [] : Standards.Where(s => !Drivers.Any(d => Matters(d) && s.Drivers.Contains(d.Driver)));

    /// <summary>What was reached last: a month or a quarter, else a year.</summary>
    public static StandardAssessment? Last(ServiceStandard standard) =>
        standard.Periods.MaxBy(p => p.Period.Last)?.Assessment
            ?? standard.Results.MaxBy(r => r.FiscalYear, StringComparer.Ordinal)?.Assessment;
}
