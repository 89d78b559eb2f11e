using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

public static class WaveResponses
{
    /// <summary>How many responses of a wave there are, those among them that have just arrived.</summary>
    public static Task<long> CountResponsesAsync(this CadranDb db, Guid waveId, CancellationToken ct) =>
        db.ResponseCounts.Where(c => c.WaveId == waveId).SumAsync(c => c.Count, ct);
}
