using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Charts;
using Cadran.Web.Tables;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Insight;

/// <summary>A page about the results of one wave: finds the wave under the reader's rights and loads its results.</summary>
public abstract class WavePage(CadranDb db, Access access, WaveAnalyses results, NumberText text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What to report groups by; null when it is nothing the wave knows.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public Wave Wave { get; private set; } = null!;
    public Service Service { get; private set; } = null!;
    public WaveAnalysis Results { get; private set; } = null!;
    public ImportedRows Imported { get; private set; } = new(0, 0, 0);
    public NumberText Words => text;
    public string Address => $"/insight/waves/{Id}";
    public string Query => By is { Length: > 0 } ? $"&by={Uri.EscapeDataString(By)}" : "";

    protected CadranDb Db => db;
    protected Access Access => access;

    protected async Task LoadAsync(CancellationToken ct)
    {
        (Wave, Service) = await db.FindWaveAsync(access, Id, Right.Read, ct);
        Results = await results.ForAsync(Id, By, ct);
        Imported = await ImportedRows.OfAsync(db, Id, ct);
        if (By is not (null or "channel" or "language") && Results.Content.Find(By) is not { Kind.Groups: true }) By = null;
    }

    /// <summary>Every chart of the wave, in the order of the page. None when the wave is withheld.</summary>
    public IReadOnlyList<ChartTable> Charts => field ??= [.. Draw()];

    public ChartTable Chart(string key) => Charts.FirstOrDefault(c => c.Key == key) ?? throw new MissingException("The figure");

    private IEnumerable<ChartTable> Draw()
    {
        if (Results.Suppressed is not null) yield break;
        yield return ScoreTables.Scores(Results, text);
        if (By is { Length: > 0 } by && ScoreTables.Groups(Results, by, text) is { } groups) yield return groups;
        foreach (ChartTable distribution in DistributionTables.Of(Results, text)) yield return distribution;
        if (Results.Result.Drivers.Importance.Count > 0)
        {
            yield return DriverTables.Importance(Results, text);
            yield return DriverTables.Matrix(Results, text);
        }
        if (Results.Result.Thresholds.ByFailing.Count == 0) yield break;
        yield return DriverTables.Thresholds(Results, text);
        if (DriverTables.FailsAlone(Results, text) is { } alone) yield return alone;
    }

    /// <summary>Earlier and later waves of the same service, by name and date.</summary>
    protected async Task<List<Wave>> SiblingsAsync(CancellationToken ct) =>
        await db.Waves.AsNoTracking().Where(w => w.ServiceId == Wave.ServiceId && w.Id != Wave.Id).OrderBy(w => w.OpensOn).ToListAsync(ct);
}
