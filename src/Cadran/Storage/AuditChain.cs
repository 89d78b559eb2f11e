using Microsoft.EntityFrameworkCore;

namespace Cadran.Storage;

/// <summary>Reads the audit trail from its first event and says where its seals stop fitting.</summary>
public static class AuditChain
{
    /// <returns>Events read, and the number of the first that does not fit (changed, removed before it, or inserted);
    /// null when all do.</returns>
    public static async Task<(long Events, long? BrokenAt)> VerifyAsync(CadranDb db, CancellationToken ct)
    {
        string previous = "";
        long count = 0;
        await foreach (AuditEvent found in db.AuditEvents.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (found.Number != count + 1 || found.Hash != found.HashAfter(previous)) return (count, found.Number);
            (previous, count) = (found.Hash, count + 1);
        }
        return (count, null);
    }
}
