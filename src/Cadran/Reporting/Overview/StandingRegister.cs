using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Reporting;

/// <summary>What the register holds of many services' actions.</summary>
internal sealed class StandingRegister
{
    private ILookup<Guid, DateOnly> late = null!, delivered = null!;
    private ILookup<Guid, DateTime> judged = null!;
    private Dictionary<Guid, int> going = [];
    private HashSet<Guid> mine = [];
    private (DateTime AtUtc, DateOnly Day)? since;

    private StandingRegister() { }

    public static async Task<StandingRegister> ReadAsync(
        CadranDb db, IQueryable<Service> services, Guid? person, DateTime? since, TimeProvider time, CancellationToken ct)
    {
        DateOnly today = time.Today;
        var actions = db.ImprovementActions.AsNoTracking().Where(a => services.Any(s => s.Id == a.ServiceId));
        var late = await actions.Where(ImprovementAction.OverdueOn(today)).Select(a => new { a.ServiceId, On = a.DueOn }).ToListAsync(ct);
        var delivered = await actions.Where(ImprovementAction.Is(ActionState.Delivered))
            .Select(a => new { a.ServiceId, On = a.DeliveredOn!.Value }).ToListAsync(ct);
        var going = await actions.Where(ImprovementAction.Going).GroupBy(a => a.ServiceId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        List<Guid> mine = person is not { } owner ? []
            : await actions.Where(ImprovementAction.Undertaken).Where(a => a.OwnerId == owner || a.SubstituteId == owner)
                .Select(a => a.ServiceId).Distinct().ToListAsync(ct);
        var judged = since is null ? []
            : await actions.Where(a => a.Verified != null).Select(a => new { a.ServiceId, a.Verdict }).ToListAsync(ct);
        return new()
        {
            late = late.ToLookup(a => a.ServiceId, a => a.On),
            delivered = delivered.ToLookup(a => a.ServiceId, a => a.On),
            going = going,
            mine = [.. mine],
            judged = judged.ToLookup(a => a.ServiceId, a => a.Verdict!.AtUtc),
            since = since is { } at ? (at, time.DayOf(at)) : null,
        };
    }

    /// <param name="waves">The closed waves of that service.</param>
    public StandingActions Of(Guid service, IReadOnlyList<StandingWave> waves)
    {
        int overdue = late[service].Count();
        bool CanTell(DateOnly day) => waves.Any(w => w.ClosesOn <= day) && waves.Any(w => w.OpensOn > day);
        return new(going.GetValueOrDefault(service), overdue, overdue == 0 ? null : late[service].Min(),
            delivered[service].Count(CanTell), mine.Contains(service));
    }

    /// <param name="comments">Of the last wave, where they were counted.</param>
    public StandingNews NewsOf(Guid service, StandingWave? last, int? comments)
    {
        return since is not var (at, day) ? StandingNews.None
            : new(last?.EndsOn >= day, judged[service].Count(j => j >= at), late[service].Count(due => due >= day), comments);
    }
}
