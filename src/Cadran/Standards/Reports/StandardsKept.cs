using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

/// <summary>How the published standards of one service were kept in their last reported year.</summary>
public sealed record StandardsKept(StandardCounts Counts, string FiscalYear)
{
    /// <summary>Null for a service without a result.</summary>
    public static async Task<StandardsKept?> LoadAsync(CadranDb db, Guid serviceId, CancellationToken ct)
    {
        List<StandardResult> results = await db.ServiceStandards.AsNoTracking()
            .Where(s => s.ServiceId == serviceId).SelectMany(s => s.Results).ToListAsync(ct);
        if (results.Max(r => r.FiscalYear) is not { } year) return null;
        return new StandardsKept(StandardCounts.Of(results.Where(r => r.FiscalYear == year).Select(r => r.Assessment)), year);
    }

    /// <summary>The same of many services at once; those without a result are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StandardsKept>> LoadAsync(
        CadranDb db, IReadOnlyCollection<Guid> services, CancellationToken ct)
    {
        var rows = await (from standard in db.ServiceStandards.AsNoTracking()
                          join result in db.StandardResults on standard.Id equals result.StandardId
                          where services.Contains(standard.ServiceId)
                          select new
                          {
                              standard.ServiceId,
                              result.FiscalYear,
                              result.Target,
                              result.MeetingTarget,
                              result.Total,
                              result.ReportedOn,
                          }).ToListAsync(ct);
        var found = new Dictionary<Guid, StandardsKept>();
        foreach (var service in rows.GroupBy(r => r.ServiceId))
        {
            string year = service.Max(r => r.FiscalYear)!;
            found[service.Key] = new(StandardCounts.Of(service.Where(r => r.FiscalYear == year).Select(r =>
                new StandardAssessment(new StandardFigures(r.Target, r.MeetingTarget, r.Total), r.ReportedOn))), year);
        }
        return found;
    }
}
