using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

public static class OnlineAnswers
{
    /// <summary>Without what is being imported or was taken back.</summary>
    internal static IQueryable<Response> CountedResponses(this CadranDb db) => db.Responses.Where(r => r.ImportId == null
        || db.ResponseImports.Any(i => i.Id == r.ImportId && i.CommittedAtUtc != null && i.UndoneAtUtc == null));

    /// <summary>How many answers came online on these days, first and last included.</summary>
    public static Task<long> CountOnlineAsync(this CadranDb db, Guid waveId, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.CountedResponses().LongCountAsync(r =>
            r.WaveId == waveId && r.Channel == SetAsidePeriod.Channel && r.ReceivedOn >= from && r.ReceivedOn <= to, ct);
}
