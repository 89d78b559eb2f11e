using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Looks at how fast answers come to the waves that are open.</summary>
public sealed class WavePaces(CadranDb db, TimeProvider time)
{
    public async Task LookAsync(CancellationToken ct)
    {
        DateOnly today = time.Today;
        DateTime now = time.GetUtcNow().UtcDateTime;
        var open = await db.Waves.AsNoTracking()
            .Where(w => w.ClosedAtUtc == null && w.OpensOn <= today && w.ClosesOn >= today)
            .Select(w => new
            {
                w.Id,
                All = db.ResponseCounts.Where(c => c.WaveId == w.Id).Sum(c => c.Count),
                FromFiles = db.ResponseImports.Where(i => i.WaveId == w.Id && i.CommittedAtUtc != null && i.UndoneAtUtc == null)
                    .Sum(i => i.Added),
            }).ToListAsync(ct);
        Guid[] ids = [.. open.Select(w => w.Id)];
        Dictionary<Guid, WavePace> known = await db.WavePaces.Where(p => ids.Contains(p.WaveId)).ToDictionaryAsync(p => p.WaveId, ct);
        foreach (var wave in open)
            if (known.TryGetValue(wave.Id, out WavePace? pace)) pace.Look(wave.All - wave.FromFiles, now);
            else db.WavePaces.Add(WavePace.Begin(wave.Id, wave.All - wave.FromFiles, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (RuleViolationException overtaken) when (overtaken.Code is Refusals.Changed or Refusals.Sent)
        {
            // Another process has looked at the same moment.
        }
    }
}
