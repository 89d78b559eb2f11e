using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Insight;

/// <summary>Which published changes a wave is an end of.</summary>
public static class ComparedWaves
{
    public static Task<int> CountAsync(CadranDb db, Guid wave, CancellationToken ct)
    {
        string from = ResultKeys.Change(wave), any = ResultKeys.Change(Guid.Empty)[..7];
        return db.StoredResults.CountAsync(r => r.Key == from || (r.WaveId == wave && r.Key.StartsWith(any)), ct);
    }
}
