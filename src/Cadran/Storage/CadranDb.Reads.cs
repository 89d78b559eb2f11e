using Microsoft.EntityFrameworkCore;

namespace Cadran.Storage;

public abstract partial class CadranDb
{
    /// <summary>
    /// Adds an event about something that somebody read, named by <see cref="Because"/>: nothing changes but the trail, and what was read
    /// is handed out only after the event is kept.
    /// </summary>
    /// <param name="what">What was read, by the names of its parts; never the answers themselves.</param>
    public async Task TellReadAsync(string subject, Guid id, IReadOnlyDictionary<string, string> what, CancellationToken ct)
    {
        var told = AuditTrail.OfRead(Actor, action ?? throw new InvalidOperationException("A reading has a name."),
            time.GetUtcNow().UtcDateTime, subject, id, what);
        action = null;
        await using var transaction = await BeginAloneAsync(ct);
        var last = await AuditEvents.AsNoTracking().OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Hash })
            .FirstOrDefaultAsync(ct);
        AuditEvent[] chained = [.. AuditTrail.Chain([told], last?.Number ?? 0, last?.Hash ?? "")];
        AuditEvents.AddRange(chained);
        await base.SaveChangesAsync(true, ct);
        await transaction.CommitAsync(ct);
        foreach (var written in chained) Entry(written).State = EntityState.Detached;
    }
}
