using System.Globalization;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

public sealed class TargetsShowModel(CadranDb db, Access access, EvidenceReader evidence, Citations citations, TimeProvider time)
    : LoadedPage<TargetView>, IReloadedPage
{
    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        Shown.Target.Withdraw(access.Actor, time.Now);
        await db.Because("target.withdraw").SaveChangesAsync(ct);
        return Redirect(Routes.Targets.Show(id));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Target.Id, Right.Read, ct);

    private async Task<TargetView> LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Target target, Service service) = await db.FindTargetAsync(access, id, right, ct);
        var waves = await db.Waves.AsNoTracking().Where(w => w.ServiceId == service.Id).OrderBy(w => w.OpensOn).ToListAsync(ct);
        List<Wave> closed = [.. waves.Where(w => w.StateOn(time.Today) == WaveState.Closed)];
        var scores = await evidence.ScoresAsync(closed, target.Item, ct);
        string due = target.DueOn.ToString("Y", CultureInfo.CurrentCulture);
        return new()
        {
            Target = target,
            Service = service,
            Measure = await MeasureNames.AskedAsync(db, target.BaselineWaveId, target.Item, ct),
            BaselineWave = waves.First(w => w.Id == target.BaselineWaveId).Name,
            Rows =
            [
                .. closed.Select(w => RowOf(target, w, scores[w.Id])),
                new TargetView.Row(due, target.DueOn, null, target.Value, null, double.NaN),
            ],
            Standing = (await citations.OfAsync([], [target], [], ct)).Of(target),
            PathToday = target.ExpectedOn(time.Today),
            Age = closed.Count == 0 ? null : new(closed[^1].EndsOn, time.Today,
                (await MeasurementCycles.ReadAsync(db, ct)).MonthsOf(service.OrganisationId)),
            MayImprove = access.Can(Right.Improve, service.OrganisationId),
        };
    }

    private static TargetView.Row RowOf(Target target, Wave wave, Measurement? score)
    {
        bool after = wave.OpensOn > target.BaselineOn;
        TargetProgress? progress = after && score is not null ? TargetProgress.Of(target, score, wave.ClosesOn) : null;
        double? expected = wave.Id == target.BaselineWaveId ? target.Baseline : progress?.Expected;
        return new(wave.Name, wave.ClosesOn, score, expected, progress?.Status, progress?.Progress ?? double.NaN);
    }
}
