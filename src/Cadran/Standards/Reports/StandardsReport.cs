using Cadran.Statistics.Control;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

/// <summary>The standards of one fiscal year over the organisations somebody may read, met or missed under one rule.</summary>
public sealed class StandardsReport
{
    private readonly ComparisonRule? rule;

    private StandardsReport(IReadOnlyList<AssessedStandard> all, ComparisonRule? rule) => (All, Listed, this.rule) = (all, all, rule);

    /// <summary>Every standard of the year, by service and standard number.</summary>
    public IReadOnlyList<AssessedStandard> All { get; }

    /// <summary>Those the filters leave; the counts are of these.</summary>
    public IReadOnlyList<AssessedStandard> Listed { get; private set; }

    public StandardCounts Overall { get; private set; } = StandardCounts.None;
    public IReadOnlyList<(string Type, StandardCounts Counts)> ByType { get; private set; } = [];
    public IReadOnlyList<(Guid Organisation, StandardCounts Counts)> ByOrganisation { get; private set; } = [];

    /// <summary>Cases within their standard over cases, where both are counted and possible.</summary>
    public (long Within, long All) Cases => Listed.Where(s => s.Assessment.Performance is not null)
        .Aggregate((0L, 0L), (sum, s) => (sum.Item1 + s.Figures.Meeting!.Value, sum.Item2 + s.Figures.Total!.Value));

    /// <param name="rule">One that has been official; null for the one in force when each result was reported.</param>
    public static async Task<StandardsReport> LoadAsync(
        CadranDb db, IReadOnlyList<Guid> readable, string year, ComparisonRule? rule, CancellationToken ct)
    {
        var rows = await (from result in db.StandardResults.AsNoTracking()
                          join standard in db.ServiceStandards on result.StandardId equals standard.Id
                          join service in db.Services on standard.ServiceId equals service.Id
                          where result.FiscalYear == year && readable.Contains(service.OrganisationId)
                          select new
                          {
                              result.Id,
                              Service = service.Code,
                              standard.Code,
                              ServiceId = service.Id,
                              service.OrganisationId,
                              standard.Type,
                              result.Target,
                              result.MeetingTarget,
                              result.Total,
                              result.ReportedOn,
                          }).ToListAsync(ct);
        List<AssessedStandard> all =
        [
            .. rows.Select(r => new AssessedStandard(r.Id, $"{r.Service}~{r.Code}", r.ServiceId, r.OrganisationId, r.Type,
                new StandardFigures(r.Target, r.MeetingTarget, r.Total), r.ReportedOn)),
        ];
        all.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new StandardsReport(all, rule);
    }

    public void Keep(Guid? organisation, string? type, TargetMet? met)
    {
        Listed = [.. All.Where(s => (organisation is null || s.OrganisationId == organisation)
            && (type is null || s.Type == type) && (met is null || s.Assessment.Under(rule) == met))];
        Overall = Count(Listed);
        ByType = [.. Listed.GroupBy(s => s.Type).OrderByDescending(g => g.Count()).Select(g => (g.Key, Count(g)))];
        ByOrganisation = [.. Listed.GroupBy(s => s.OrganisationId).OrderByDescending(g => g.Count()).Select(g => (g.Key, Count(g)))];
    }

    private StandardCounts Count(IEnumerable<AssessedStandard> standards) => StandardCounts.Of(standards.Select(s => s.Assessment), rule);
}
