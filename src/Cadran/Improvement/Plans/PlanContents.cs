using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Standards;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>Builds a plan from what there is, and sets an approved one beside what happened.</summary>
public sealed class PlanContents(CadranDb db, EvidenceReader evidence, TargetStandings standings, TimeProvider time)
{
    private const int MostDrivers = 5;

    public async Task<PlanContent> OfAsync(Guid serviceId, string year, CancellationToken ct)
    {
        DateOnly until = FiscalYear.FirstDay(year).AddYears(1).AddDays(-1);
        Wave? wave = await LastAsync(serviceId, time.Today, ct);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.ServiceId == serviceId && d.WithdrawnAtUtc == null)
            .OrderByDescending(d => d.DecidedOn).ThenByDescending(d => d.Id).ToListAsync(ct);
        var targets = await db.Targets.AsNoTracking().Where(t => t.ServiceId == serviceId && t.WithdrawnAtUtc == null)
            .OrderBy(t => t.DueOn).ToListAsync(ct);
        // What is not delivered yet, and due by the end of the year or under way.
        var actions = await db.ImprovementActions.AsNoTracking()
            .Where(a => a.ServiceId == serviceId).Where(ImprovementAction.Going).Where(a => a.DueOn <= until || a.StartedOn != null)
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(ct);
        var standards = await db.ServiceStandards.AsNoTracking().Include(s => s.Versions).Where(s => s.ServiceId == serviceId)
            .OrderBy(s => s.Code).ThenBy(s => s.Id).ToListAsync(ct);
        var said = await db.StepStatements.AsNoTracking()
            .Where(s => s.ServiceId == serviceId && s.Kind != StepStatementKind.Recognition).ToListAsync(ct);
        var names = await MeasureNames.AskedAsync(db, targets.Select(t => (t.BaselineWaveId, t.Item)), ct);
        return new()
        {
            Satisfaction = wave is null ? null : await LevelAsync(wave, ct),
            Drivers = wave is null ? []
                : [.. (await evidence.DriversAsync(wave, ct)).Evidence.Take(MostDrivers)
                    .Select(d => new PlanContent.Driver(d.Driver, d.Label, d.ImportanceShare, d.Score))],
            Priorities = [.. decisions.Select(d => new PlanContent.Priority(d.Id, d.Title, d.Body, d.DecidedOn))],
            Targets = [.. targets.Select(t =>
                new PlanContent.Aim(t.Id, names[(t.BaselineWaveId, t.Item)], t.Baseline, t.Value, t.DueOn))],
            Standards = [.. standards.Select(s => new PlanContent.Promise(s.Id, s.Code, s.Text, s.Latest?.Terms.Proportion.Share))],
            Actions = [.. actions.Select(a =>
                new PlanContent.Task(a.Id, a.Title, a.Owner, a.DueOn, a.Item is null ? null : MeasureNames.Of(a.Item), a.ExpectedPoints))],
            Said = [.. said.GroupBy(s => s.Kind).OrderBy(g => g.Key).Select(g => g.MaxBy(s => s.Number)!)
                .Select(s => new PlanContent.Statement(s.Kind, s.Number, s.Parts))],
        };
    }

    /// <summary>What became of an approved plan by the last day of its year, or by today where that is earlier.</summary>
    public async Task<PlanOutcome> OutcomeAsync(ServicePlan plan, PlanContent content, CancellationToken ct)
    {
        DateOnly on = plan.Until < time.Today ? plan.Until : time.Today;
        Wave? wave = await LastAsync(plan.ServiceId, on, ct);
        Guid[] actionIds = [.. content.Actions.Select(a => a.ActionId)], targetIds = [.. content.Targets.Select(t => t.TargetId)];
        Guid[] standardIds = [.. content.Standards.Select(s => s.StandardId)];
        var actions = await db.ImprovementActions.AsNoTracking().Where(a => actionIds.Contains(a.Id)).ToListAsync(ct);
        var targets = await db.Targets.AsNoTracking().Where(t => targetIds.Contains(t.Id)).ToListAsync(ct);
        var results = await db.StandardResults.AsNoTracking()
            .Where(r => standardIds.Contains(r.StandardId) && r.FiscalYear == plan.Year).ToListAsync(ct);
        return new()
        {
            On = on,
            // The wave that the plan started from tells nothing of what came of it.
            Satisfaction = wave is null || wave.Id == content.Satisfaction?.WaveId ? null : await LevelAsync(wave, ct),
            Actions = actions.ToDictionary(a => a.Id),
            Targets = await standings.OfAsync(targets, ct),
            Standards = results.ToDictionary(r => r.StandardId, r => r.Assessment),
        };
    }

    private async Task<Wave?> LastAsync(Guid serviceId, DateOnly by, CancellationToken ct) =>
        (await db.Waves.AsNoTracking().Where(w => w.ServiceId == serviceId).OrderBy(w => w.OpensOn).ToListAsync(ct))
            .LastOrDefault(w => w.StateOn(time.Today) == WaveState.Closed && w.EndsOn <= by);

    private async Task<PlanContent.Level?> LevelAsync(Wave wave, CancellationToken ct) =>
        await evidence.ScoreAsync(wave, MeasureNames.Overall, ct) is { IsShown: true, Score: var score } measured
            ? new(wave.Id, wave.Name, wave.EndsOn, score.Estimate, score.Low, score.High, measured.Respondents) : null;
}
