using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>Reads what the nine steps of services are worked out from: a few questions to the database, whatever their number.</summary>
public sealed class StepFactsReader(CadranDb db, TimeProvider time)
{
    public async Task<NineSteps> OfAsync(Service service, CancellationToken ct) =>
        (await OfAsync(db.Services.Where(s => s.Id == service.Id), ct))[service.Id];

    public async Task<IReadOnlyDictionary<Guid, NineSteps>> OfAsync(IQueryable<Service> services, CancellationToken ct)
    {
        DateOnly today = time.Today;
        var ids = await services.Select(s => new { s.Id, s.OrganisationId }).ToListAsync(ct);
        MeasurementCycles cycles = await MeasurementCycles.ReadAsync(db, ct);
        var waves = (await (from w in db.Waves.AsNoTracking()
                            join s in services on w.ServiceId equals s.Id
                            select new { w.ServiceId, w.Id, w.OpensOn, w.ClosesOn, w.ClosedAtUtc }).ToListAsync(ct))
            .OrderBy(w => w.OpensOn).ThenBy(w => w.Id).ToLookup(w => w.ServiceId);
        var staff = (await (from n in db.StaffSurveys.AsNoTracking()
                            join s in services on n.ServiceId equals s.Id
                            join w in db.Waves on n.WaveId equals w.Id
                            where n.WithdrawnAtUtc == null && (w.ClosedAtUtc != null || w.ClosesOn < today)
                            select new { n.ServiceId, w.Id, w.ClosesOn, w.ClosedAtUtc }).ToListAsync(ct))
            .ToLookup(w => w.ServiceId, w => (w.Id, EndsOn: Wave.EndOf(w.ClosesOn, w.ClosedAtUtc)));
        IReadOnlyList<BoxFact> boxes = await BoxesAsync(services, today, ct);
        var said = (await (from m in db.StepStatements.AsNoTracking()
                           join s in services on m.ServiceId equals s.Id
                           group m.On by new { m.ServiceId, m.Kind } into versions
                           select new { versions.Key.ServiceId, versions.Key.Kind, On = versions.Max() }).ToListAsync(ct))
            .ToLookup(m => m.ServiceId);
        var decisions = (await (from d in db.Decisions.AsNoTracking()
                                join s in services on d.ServiceId equals s.Id
                                where d.WithdrawnAtUtc == null
                                select new { d.ServiceId, d.Id, d.DecidedOn }).ToListAsync(ct)).ToLookup(d => d.ServiceId);
        var standards = await (from p in db.ServiceStandards.AsNoTracking()
                               join s in services on p.ServiceId equals s.Id
                               group p by p.ServiceId into own
                               select new { own.Key, Count = own.Count() }).ToDictionaryAsync(p => p.Key, p => p.Count, ct);
        var targets = (await (from t in db.Targets.AsNoTracking()
                              join s in services on t.ServiceId equals s.Id
                              where t.WithdrawnAtUtc == null
                              select t).ToListAsync(ct)).ToLookup(t => t.ServiceId);
        var actions = (await (from a in db.ImprovementActions.AsNoTracking().Where(ImprovementAction.Undertaken)
                              join s in services on a.ServiceId equals s.Id
                              select new { a.ServiceId, a.Id, a.DueOn, a.DeliveredOn, a.Verdict }).ToListAsync(ct))
            .ToLookup(a => a.ServiceId);
        string year = FiscalYear.Of(today);
        var plans = (await (from p in db.ServicePlans.AsNoTracking()
                            join s in services on p.ServiceId equals s.Id
                            where p.Year == year
                            select new { p.ServiceId, p.Id, p.Number, p.ApprovedAtUtc }).ToListAsync(ct)).ToLookup(p => p.ServiceId);
        return ids.ToDictionary(s => s.Id, s =>
        {
            var closed = waves[s.Id].LastOrDefault(w => w.ClosedAtUtc is not null || w.ClosesOn < today);
            var coming = waves[s.Id].LastOrDefault(w => w.ClosedAtUtc is null && w.ClosesOn >= today);
            var decision = decisions[s.Id].OrderByDescending(d => d.DecidedOn).ThenByDescending(d => d.Id).FirstOrDefault();
            return NineSteps.Of(new()
            {
                On = today,
                CycleMonths = cycles.MonthsOf(s.OrganisationId),
                LastWave = closed is null ? null : (closed.Id, Wave.EndOf(closed.ClosesOn, closed.ClosedAtUtc), closed.OpensOn),
                ComingWave = coming?.Id,
                StaffWave = staff[s.Id].Any() ? staff[s.Id].MaxBy(w => w.EndsOn) : null,
                Ideas = BoxOf(boxes, s.Id, s.OrganisationId),
                Statements = said[s.Id].ToDictionary(m => m.Kind, m => m.On),
                Decision = decision is null ? null : (decision.Id, decision.DecidedOn),
                Standards = standards.GetValueOrDefault(s.Id),
                Plan = plans[s.Id].MaxBy(p => p.Number) is { } plan
                    ? (plan.Id, plan.ApprovedAtUtc is { } at ? time.DayOf(at) : (DateOnly?)null) : null,
                Target = Target.Leading(targets[s.Id]) is { } target ? (target.Id, target.DueOn) : null,
                Actions =
                [
                    .. actions[s.Id].Select(a => new StepFacts.Action(a.Id, a.DueOn, a.DeliveredOn, a.Verdict?.Verified,
                        a.Verdict is { } verdict ? time.DayOf(verdict.AtUtc) : null)),
                ],
            });
        });
    }

    private sealed record BoxFact(Guid Id, Guid OrganisationId, Guid? ServiceId, int Late, DateOnly? LateSince);

    private async Task<IReadOnlyList<BoxFact>> BoxesAsync(IQueryable<Service> services, DateOnly today, CancellationToken ct)
    {
        var late = db.Ideas.AsNoTracking().Where(i => i.AnswerBy < today && !db.IdeaAnswers.Any(a => a.IdeaId == i.Id));
        return await db.IdeaBoxes.AsNoTracking()
            .Where(b => b.ClosedAtUtc == null && services.Any(s => s.Id == b.ServiceId
                || (b.ServiceId == null && s.OrganisationId == b.OrganisationId)))
            .Select(b => new BoxFact(b.Id, b.OrganisationId, b.ServiceId, late.Count(i => i.BoxId == b.Id),
                late.Where(i => i.BoxId == b.Id).Min(i => (DateOnly?)i.AnswerBy))).ToListAsync(ct);
    }

    // A box of the service itself goes before one of its organisation; where there are several, one with overdue answers.
    private static (Guid, int, DateOnly?)? BoxOf(IReadOnlyList<BoxFact> boxes, Guid service, Guid organisation) =>
        boxes.Where(b => b.ServiceId == service || (b.ServiceId is null && b.OrganisationId == organisation))
            .OrderByDescending(b => b.ServiceId is not null).ThenByDescending(b => b.Late).ThenBy(b => b.Id)
            .Select(b => ((Guid, int, DateOnly?)?)(b.Id, b.Late, b.LateSince)).FirstOrDefault();
}
