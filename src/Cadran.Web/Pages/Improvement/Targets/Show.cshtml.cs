using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

public sealed class TargetsShowModel(CadranDb db, Access access, EvidenceReader evidence, TimeProvider time) : PageModel
{
    public sealed record Row(string Wave, DateOnly On, Measurement? Score, double? Expected, TargetStatus? Status, double Progress);

    public Target Target { get; private set; } = null!;
    public Service Service { get; private set; } = null!;
    public LocalText Measure { get; private set; } = LocalText.Empty;
    public string BaselineWave { get; private set; } = "";
    public bool MayImprove => access.Can(Right.Improve, Service.OrganisationId);
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The last measurement after the baseline, or null.</summary>
    public Row? Latest => Rows.LastOrDefault(r => r.Status is not null && !double.IsNaN(r.Progress));

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        Target.Withdraw(access.Actor, time.Now);
        await db.Because("target.withdraw").SaveChangesAsync(ct);
        return Redirect(Routes.Targets.Show(id));
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Target, Service) = await db.FindTargetAsync(access, id, right, ct);
        Measure = await MeasureNames.AskedAsync(db, Target.BaselineWaveId, Target.Item, ct);
        var waves = await db.Waves.AsNoTracking().Where(w => w.ServiceId == Service.Id).OrderBy(w => w.OpensOn).ToListAsync(ct);
        BaselineWave = waves.First(w => w.Id == Target.BaselineWaveId).Name;
        DateOnly today = time.Today;
        var rows = new List<Row>();
        foreach (Wave wave in waves.Where(w => w.StateOn(today) == WaveState.Closed))
        {
            Measurement? score = await evidence.ScoreAsync(wave, Target.Item, ct);
            bool after = wave.OpensOn > Target.BaselineOn;
            TargetProgress? progress = after && score is not null ? TargetProgress.Of(Target, score, wave.ClosesOn) : null;
            rows.Add(new Row(wave.Name, wave.ClosesOn, score, wave.Id == Target.BaselineWaveId ? Target.Baseline : progress?.Expected,
                progress?.Status, progress?.Progress ?? double.NaN));
        }
        rows.Add(new Row(Target.DueOn.ToString("Y", System.Globalization.CultureInfo.CurrentCulture), Target.DueOn, null, Target.Value,
            null, double.NaN));
        Rows = rows;
    }
}
