using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Standards;
using Cadran.Statistics.Drivers;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Reporting;

/// <summary>
/// Reads where the services stand that somebody may see: a few questions to the database whatever their number, and of answers only what is
/// stored (<see cref="KnownResults"/>).
/// </summary>
public sealed class Standings(CadranDb db, KnownResults results, TimeProvider time)
{
    private const int TrendWaves = 4;

    /// <param name="since">When the reader was last here; null when nothing is to be told as new.</param>
    public async Task<StandingList> ReadAsync(Access access, DateTime? since, CancellationToken ct)
    {
        IReadOnlyList<Guid> readable = access.Readable;
        IQueryable<Service> services = db.Services.AsNoTracking().Where(s => readable.Contains(s.OrganisationId));
        var found = await services.Select(s => new { s.Id, s.Code, s.Name, s.OrganisationId, s.Search, s.SortEn, s.SortFr })
            .ToListAsync(ct);
        var organisations = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name, o.ParentId, o.CycleMonths })
            .ToDictionaryAsync(o => o.Id, ct);
        var cycles = MeasurementCycles.Of([.. organisations.Values.Select(o => (o.Id, o.ParentId, o.CycleMonths))]);
        StandingWaves waves = await WavesAsync(services, ct);
        KnownFigures figures = await results.OfAsync(waves.Ids, waves.Last, since is { } at
            ? waves.EndedSince(time.DayOf(at)) : [], ct);
        var targets = (await (from t in db.Targets.AsNoTracking()
                              join s in services on t.ServiceId equals s.Id
                              where t.WithdrawnAtUtc == null
                              select t).ToListAsync(ct)).ToLookup(t => t.ServiceId);
        StandingRegister register = await StandingRegister.ReadAsync(db, services, access.Actor.UserId, since, time, ct);
        DateOnly today = time.Today;
        return new([.. found.Select(s =>
        {
            IReadOnlyList<StandingWave> own = waves.Of(s.Id);
            StandingWave? last = own.Count == 0 ? null : own[^1];
            WaveScores? scores = last is null ? null : figures.Scores.GetValueOrDefault(last.Id);
            return new ServiceStanding
            {
                Id = s.Id,
                Code = s.Code,
                Name = s.Name,
                OrganisationId = s.OrganisationId,
                Organisation = organisations[s.OrganisationId].Name,
                Search = s.Search,
                Sort = (s.SortEn, s.SortFr),
                On = today,
                Waves = own.Count,
                Last = last,
                Age = last is null ? null : new(last.EndsOn, today, cycles.MonthsOf(s.OrganisationId)),
                IsAsking = waves.IsAsking(s.Id),
                IsWorkedOut = last is null || !figures.Unknown.Contains(last.Id),
                Score = scores is null ? null : EvidenceReader.Of(scores, MeasureNames.Overall),
                Recent = [.. own.TakeLast(TrendWaves)],
                Change = last is null ? null : figures.Changes.GetValueOrDefault(last.Id)?.Overall?.Change,
                Priority = last is null ? null : First(figures.Drivers.GetValueOrDefault(last.Id)),
                Target = Aim(targets[s.Id], last, scores),
                Actions = register.Of(s.Id, own),
                News = register.NewsOf(s.Id, last,
                    last is not null && figures.Comments.TryGetValue(last.Id, out int comments) ? comments : null),
            };
        })]);
    }

    /// <summary>The same rows as a page draws them: named, and with the last waves.</summary>
    public async Task<IReadOnlyList<ServiceStanding>> DrawnAsync(IReadOnlyList<ServiceStanding> shown, CancellationToken ct)
    {
        KnownFigures figures = await results.OfAsync([.. shown.SelectMany(s => s.Recent).Select(w => w.Id)], [], [], ct);
        return [.. (await NamedAsync(shown, ct)).Select(s => s with
        {
            Trend = [.. s.Recent.Select(w => new StandingPoint(w.Name,
                figures.Scores.GetValueOrDefault(w.Id) is { } of ? EvidenceReader.Of(of, MeasureNames.Overall) : null))],
        })];
    }

    /// <summary>The same rows with what is only read for rows that are shown: names of measures, and standards.</summary>
    public async Task<IReadOnlyList<ServiceStanding>> NamedAsync(IReadOnlyList<ServiceStanding> shown, CancellationToken ct)
    {
        var names = await MeasureNames.AskedAsync(db,
            shown.Where(s => s.Priority is not null).Select(s => (s.Last!.Id, s.Priority!.Code))
                .Concat(shown.Where(s => s.Target is not null).Select(s => (s.Target!.Target.BaselineWaveId, s.Target.Target.Item))), ct);
        IReadOnlyDictionary<Guid, StandardsKept> standards = await StandardsKept.LoadAsync(db, [.. shown.Select(s => s.Id)], ct);
        return [.. shown.Select(s => s with
        {
            Priority = s.Priority is { } first ? first with { Name = names[(s.Last!.Id, first.Code)] } : null,
            Target = s.Target is { Target: var aim } target ? target with { Name = names[(aim.BaselineWaveId, aim.Item)] } : null,
            Standards = standards.GetValueOrDefault(s.Id),
        })];
    }

    /// <summary>How the standards of these services were kept together, each in its last reported year.</summary>
    public async Task<StandardCounts> StandardsAsync(IEnumerable<ServiceStanding> services, CancellationToken ct) =>
        StandardCounts.Sum((await StandardsKept.LoadAsync(db, [.. services.Select(s => s.Id)], ct)).Values.Select(k => k.Counts));

    private async Task<StandingWaves> WavesAsync(IQueryable<Service> services, CancellationToken ct)
    {
        var all = await (from w in db.Waves.AsNoTracking()
                         join s in services on w.ServiceId equals s.Id
                         select new { w.Id, w.ServiceId, w.Name, w.OpensOn, w.ClosesOn, w.ClosedAtUtc }).ToListAsync(ct);
        DateOnly today = time.Today;
        var closed = all.Where(w => w.ClosedAtUtc is not null || w.ClosesOn < today)
            .OrderBy(w => w.OpensOn).ThenBy(w => w.Id)
            .Select(w => new StandingWave(w.Id, w.ServiceId, w.Name, w.OpensOn, w.ClosesOn, Wave.EndOf(w.ClosesOn, w.ClosedAtUtc)));
        return new StandingWaves(closed,
            all.Where(w => w.ClosedAtUtc is null && w.OpensOn <= today && w.ClosesOn >= today).Select(w => w.ServiceId));
    }

    private static StandingPriority? First(DriverFindings? drivers) =>
        drivers?.Priorities.Where(p => p.Quadrant == Quadrant.ImproveFirst).MaxBy(p => p.Importance) is { } first
            ? new(first.Code, first.Firm, LocalText.Empty) : null;

    private static StandingTarget? Aim(IEnumerable<Target> targets, StandingWave? last, WaveScores? scores) =>
        Target.Leading(targets) is not { } leading ? null
            : new(leading, last is null || scores is null ? null : TargetProgress.Of(leading, scores, last.OpensOn, last.ClosesOn),
                LocalText.Empty);
}
