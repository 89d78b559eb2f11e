using Cadran.Catalogue;
using Cadran.Statistics.Control;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

/// <summary>A standard in one year with its outcome under both rules. Texts are loaded only for what is shown.</summary>
public sealed record AssessedStandard(Guid ResultId, string Key, Guid ServiceId, Guid OrganisationId, string Type, string? Target, long? Meeting, long? Total, TargetMet Exact, TargetMet Rounded, decimal? Performance)
{
    public bool Flips => Exact != Rounded;

    public TargetMet Under(bool rounded) => rounded ? Rounded : Exact;
}

/// <summary>Met, missed and not assessable among some standards.</summary>
public sealed record StandardCounts(int Met, int Missed, int NotAssessable)
{
    /// <summary>Fewer assessable standards than this say nothing as a share.</summary>
    public const int MinimumForShare = 5;

    public int Assessable => Met + Missed;

    /// <summary>Exact interval of the met share, when there are enough standards.</summary>
    public StandardConfidence? Interval { get; } = Met + Missed >= MinimumForShare ? StandardConfidence.Of(Met, Met + Missed) : null;
}

public sealed class StandardsReport
{
    private readonly ComparisonRule rule;

    private StandardsReport(IReadOnlyList<AssessedStandard> all, ComparisonRule rule) => (All, Listed, this.rule) = (all, all, rule);

    /// <summary>Every standard of the year, by service and standard number.</summary>
    public IReadOnlyList<AssessedStandard> All { get; }

    /// <summary>Those the filters leave; the counts are of these.</summary>
    public IReadOnlyList<AssessedStandard> Listed { get; private set; }

    public StandardCounts Overall { get; private set; } = new(0, 0, 0);
    public IReadOnlyList<(string Type, StandardCounts Counts)> ByType { get; private set; } = [];
    public IReadOnlyList<(Guid Organisation, StandardCounts Counts)> ByOrganisation { get; private set; } = [];

    /// <summary>Cases within their standard over cases, where both are counted and possible.</summary>
    public (long Within, long All) Cases => Listed.Where(s => s.Performance is >= 0 and <= 1).Aggregate((0L, 0L), (sum, s) => (sum.Item1 + s.Meeting!.Value, sum.Item2 + s.Total!.Value));

    public static async Task<StandardsReport> LoadAsync(CadranDb db, IReadOnlyList<Guid> readable, string year, ComparisonRule rule, CancellationToken ct)
    {
        var rows = await (from result in db.StandardResults.AsNoTracking()
                          join standard in db.ServiceStandards on result.StandardId equals standard.Id
                          join service in db.Services on standard.ServiceId equals service.Id
                          where result.FiscalYear == year && readable.Contains(service.OrganisationId)
                          select new { result.Id, Service = service.Code, standard.Code, ServiceId = service.Id, service.OrganisationId, standard.Type, result.Target, result.MeetingTarget, result.Total }).ToListAsync(ct);
        var all = rows.Select(r =>
        {
            decimal? target = QualityCheck.Target(r.Target);
            StandardOutcome exact = ServiceStandardCheck.Evaluate(r.MeetingTarget, r.Total, target);
            return new AssessedStandard(r.Id, $"{r.Service}~{r.Code}", r.ServiceId, r.OrganisationId, r.Type, r.Target, r.MeetingTarget, r.Total,
                exact.Met, ServiceStandardCheck.Evaluate(r.MeetingTarget, r.Total, target, ComparisonRule.Rounded()).Met, exact.Performance);
        }).ToList();
        all.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new StandardsReport(all, rule);
    }

    public void Keep(Guid? organisation, string? type, TargetMet? met)
    {
        Listed = [.. All.Where(s => (organisation is null || s.OrganisationId == organisation) && (type is null || s.Type == type) && (met is null || Outcome(s) == met))];
        Overall = Count(Listed);
        ByType = [.. Listed.GroupBy(s => s.Type).OrderByDescending(g => g.Count()).Select(g => (g.Key, Count(g)))];
        ByOrganisation = [.. Listed.GroupBy(s => s.OrganisationId).OrderByDescending(g => g.Count()).Select(g => (g.Key, Count(g)))];
    }

    private TargetMet Outcome(AssessedStandard standard) => standard.Under(rule != ComparisonRule.Exact);

    private StandardCounts Count(IEnumerable<AssessedStandard> standards)
    {
        Dictionary<TargetMet, int> counts = standards.CountBy(Outcome).ToDictionary();
        return new(counts.GetValueOrDefault(TargetMet.Yes), counts.GetValueOrDefault(TargetMet.No), counts.GetValueOrDefault(TargetMet.NotApplicable));
    }
}
