namespace Cadran.Reporting;

/// <summary>The closed waves of many services.</summary>
internal sealed class StandingWaves
{
    private readonly Dictionary<Guid, List<StandingWave>> byService;
    private readonly HashSet<Guid> asking;

    /// <param name="closed">Oldest first.</param>
    /// <param name="asking">Services with a wave that takes answers.</param>
    public StandingWaves(IEnumerable<StandingWave> closed, IEnumerable<Guid> asking)
    {
        byService = closed.GroupBy(w => w.ServiceId).ToDictionary(g => g.Key, g => g.ToList());
        this.asking = [.. asking];
        Ids = [.. byService.Values.Select(own => own[^1].Id)];
        Last = [.. byService.Values.Select(own => (own[^1].Id, own.Count > 1 ? own[^2].Id : (Guid?)null))];
    }

    /// <summary>The last wave of each service.</summary>
    public IReadOnlyCollection<Guid> Ids { get; }

    /// <summary>The same, and the one before it.</summary>
    public IReadOnlyCollection<(Guid Wave, Guid? Before)> Last { get; }

    /// <summary>Last waves that ended on that day or after it.</summary>
    public IReadOnlyCollection<Guid> EndedSince(DateOnly day) =>
        [.. byService.Values.Select(own => own[^1]).Where(w => w.EndsOn >= day).Select(w => w.Id)];

    public IReadOnlyList<StandingWave> Of(Guid service) => byService.GetValueOrDefault(service) ?? [];

    public bool IsAsking(Guid service) => asking.Contains(service);
}
