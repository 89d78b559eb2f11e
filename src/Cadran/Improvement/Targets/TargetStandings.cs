using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>How targets stand, for lists: a few questions to the database, whatever their number.</summary>
public sealed class TargetStandings(CadranDb db, WaveAnalyses results, TimeProvider time)
{
    public async Task<IReadOnlyDictionary<Guid, TargetStanding>> OfAsync(IReadOnlyCollection<Target> targets, CancellationToken ct)
    {
        DateOnly today = time.Today;
        Guid[] services = [.. targets.Select(t => t.ServiceId).Distinct()];
        var waves = await (from w in db.Waves.AsNoTracking()
                           join s in db.Services on w.ServiceId equals s.Id
                           where services.Contains(s.Id) && (w.ClosedAtUtc != null || w.ClosesOn < today)
                           select new { w.Id, w.ServiceId, s.OrganisationId, w.OpensOn, w.ClosesOn, w.ClosedAtUtc }).ToListAsync(ct);
        var last = waves.GroupBy(w => w.ServiceId).ToDictionary(g => g.Key, g => g.MaxBy(w => (w.OpensOn, w.Id))!);
        var scores = await results.ScoresAsync([.. last.Values.Select(w => w.Id)], ct);
        MeasurementCycles cycles = await MeasurementCycles.ReadAsync(db, ct);
        return targets.ToDictionary(t => t.Id, t => last.GetValueOrDefault(t.ServiceId) is not { } wave ? new TargetStanding(null, null)
            : new(TargetProgress.Of(t, scores[wave.Id], wave.OpensOn, wave.ClosesOn),
                new(Wave.EndOf(wave.ClosesOn, wave.ClosedAtUtc), today, cycles.MonthsOf(wave.OrganisationId))));
    }
}
