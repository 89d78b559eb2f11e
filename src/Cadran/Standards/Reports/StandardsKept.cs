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
}
