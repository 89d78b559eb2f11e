using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Reporting;

/// <summary>Reads the story of one service from the database and the evidence.</summary>
public sealed class ServiceOverviews(CadranDb db, EvidenceReader evidence, WaveAnalyses analyses, Citations citations, TimeProvider time)
{
    public async Task<ServiceOverview> ReadAsync(Service service, CancellationToken ct)
    {
        await db.Entry(service).Collection(s => s.Volumes).LoadAsync(ct);
        DateOnly today = time.Today;
        List<Wave> waves = await db.Waves.AsNoTracking().Where(w => w.ServiceId == service.Id).OrderBy(w => w.OpensOn).ToListAsync(ct);
        List<Wave> closed = [.. waves.Where(w => w.StateOn(today) == WaveState.Closed)];
        IReadOnlyDictionary<Guid, WaveScores> scores = await analyses.ScoresAsync([.. closed.Select(w => w.Id)], ct);
        List<WavePoint> points =
            [.. closed.Select(w => new WavePoint(w, scores[w.Id].Responses, EvidenceReader.Of(scores[w.Id], MeasureNames.Overall)))];
        WavePoint? last = points.Count == 0 ? null : points[^1];
        WaveDrivers? drivers = last is null ? null : await evidence.DriversAsync(last.Wave, ct);

        Decision? decision = await db.Decisions.AsNoTracking().Where(d => d.ServiceId == service.Id && d.WithdrawnAtUtc == null)
            .OrderByDescending(d => d.DecidedOn).ThenByDescending(d => d.Id).FirstOrDefaultAsync(ct);
        Target? target = Target.Leading(await db.Targets.AsNoTracking().Where(t => t.ServiceId == service.Id && t.WithdrawnAtUtc == null)
            .ToListAsync(ct));
        MeasurementCycles cycles = await MeasurementCycles.ReadAsync(db, ct);
        List<ImprovementAction> actions = await db.ImprovementActions.AsNoTracking().Where(a => a.ServiceId == service.Id)
            .OrderBy(a => a.DueOn).ToListAsync(ct);
        return new ServiceOverview
        {
            Service = service,
            Organisation = await db.Organisations.AsNoTracking().FirstAsync(o => o.Id == service.OrganisationId, ct),
            On = today,
            Waves = points,
            Current = waves.LastOrDefault(w => w.StateOn(today) != WaveState.Closed),
            Change = points.Count > 1 ? await evidence.EffectAsync(points[^2].Wave, points[^1].Wave, MeasureNames.Overall, ct) : null,
            Drivers = drivers?.Evidence ?? [],
            DriverFit = drivers?.Result,
            OneFails = drivers?.OneFails,
            Decision = decision,
            Actions = actions,
            Standings = await citations.OfAsync(decision is null ? [] : [decision], target is null ? [] : [target], actions, ct),
            Target = target,
            TargetName = target is null ? LocalText.Empty : await MeasureNames.AskedAsync(db, target.BaselineWaveId, target.Item, ct),
            Age = last is null ? null : new(last.Wave.EndsOn, today, cycles.MonthsOf(service.OrganisationId)),
            Progress = target is not null && last is not null
                ? TargetProgress.Of(target, scores[last.Wave.Id], last.Wave.OpensOn, last.Wave.ClosesOn) : null,
            Standards = await StandardsKept.LoadAsync(db, service.Id, ct),
        };
    }
}
