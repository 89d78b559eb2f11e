using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Charts;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Insight;

/// <summary>What changed between two waves of one service, each change with its test, and in words.</summary>
public sealed class InsightCompareModel(CadranDb db, Access access, WaveAnalyses results, NumberText text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? To { get; set; }

    public IReadOnlyList<SelectListItem> Waves { get; private set; } = [];
    public Wave? Earlier { get; private set; }
    public Wave? Later { get; private set; }
    public Service? Service { get; private set; }
    public WaveChange? Change { get; private set; }
    public ChartTable? Table { get; private set; }

    /// <summary>Both waves are chosen, and one of them still takes answers.</summary>
    public bool StillOpen => ModelState.IsValid && Earlier is not null && Later is not null && Change is null;
    public NumberText Words => text;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        await LoadAsync(ct);
        return ModelState.IsValid ? Page() : this.Invalid();
    }

    public async Task<IActionResult> OnGetTableAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Table is null ? NotFound()
            : CsvDownload.Of(Table.Cells(text.T["lower limit"], text.T["upper limit"]), $"{Earlier!.Name}-{Later!.Name}.csv");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        // An address that names no wave.
        if (!ModelState.IsValid) throw new MissingException("The wave");
        if (From is { } from) (Earlier, Service) = await db.FindWaveAsync(access, from, Right.Read, ct);
        if (To is { } to) (Later, Service) = await db.FindWaveAsync(access, to, Right.Read, ct);
        Waves = await OfferedAsync(ct);
        if (Earlier is null || Later is null)
        {
            // Asked with a field left empty, not only opened.
            if (Earlier is null && Request.Query.ContainsKey(nameof(From))) ModelState.AddModelError(nameof(From),
                text.T["Choose the first wave."]);
            if (Later is null && Request.Query.ContainsKey(nameof(To))) ModelState.AddModelError(nameof(To),
                text.T["Choose the wave to compare it with."]);
            return;
        }
        if (Earlier.Id == Later.Id) ModelState.AddModelError(nameof(To), text.T["Choose two different waves."]);
        else if (Earlier.ServiceId != Later.ServiceId) ModelState.AddModelError(nameof(To),
            text.T["Choose two waves of the same service."]);
        if (!ModelState.IsValid) return;
        if (Earlier.OpensOn > Later.OpensOn) (Earlier, Later, From, To) = (Later, Earlier, To, From);
        Change = await results.ChangeAsync(Earlier.Id, Later.Id, ct);
        if (Change is { Items.Count: > 0 }) Table = ChangeTable.Of(Change, text);
    }

    private async Task<List<SelectListItem>> OfferedAsync(CancellationToken ct)
    {
        var readable = access.Readable;
        Guid? only = Service?.Id;
        var waves = await (from wave in db.Waves.AsNoTracking()
                           join service in db.Services.AsNoTracking() on wave.ServiceId equals service.Id
                           where readable.Contains(service.OrganisationId) && (only == null || wave.ServiceId == only)
                               && db.ResponseCounts.Where(c => c.WaveId == wave.Id).Sum(c => c.Count) > 0
                           orderby wave.OpensOn descending, wave.Id
                           select new { wave.Id, wave.Name, Service = service.Name }).Take(500).ToListAsync(ct);
        return [.. waves.Select(w =>
            new SelectListItem(only is null ? $"{w.Service.In(Localization.Language)} · {w.Name}" : w.Name, w.Id.ToString()))];
    }
}
