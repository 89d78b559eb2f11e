using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

public static class WaveResponses
{
    /// <summary>How many responses of a wave there are, those among them that have just arrived.</summary>
    public static async Task<long> CountResponsesAsync(this CadranDb db, Guid waveId, CancellationToken ct) =>
        await db.Responses.LongCountAsync(r => r.WaveId == waveId, ct) + await db.Arrivals.LongCountAsync(a => a.WaveId == waveId, ct);
}
