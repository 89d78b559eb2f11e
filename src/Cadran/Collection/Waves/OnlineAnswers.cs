using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

public static class OnlineAnswers
{
    /// <summary>How many answers came online on these days, first and last included.</summary>
    public static Task<long> CountOnlineAsync(this CadranDb db, Guid waveId, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.Responses.LongCountAsync(r =>
            r.WaveId == waveId && r.Channel == SetAsidePeriod.Channel && r.ReceivedOn >= from && r.ReceivedOn <= to, ct);
}
