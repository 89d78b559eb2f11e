using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Charts;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Insight;

/// <summary>A page about the results of one wave: finds the wave under the reader's rights and loads its results.</summary>
public abstract class WavePage(CadranDb db, Access access, WaveAnalyses results, QuestionResults questions, NumberText text)
    : LoadedPage<WaveResults>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What to report groups by; null when it is nothing the wave knows.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>A fixed line of the priority matrix; null for the mean of the drivers.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Line { get; set; }

    public NumberText Words => text;

    protected CadranDb Db => db;
    protected Access Access => access;

    /// <summary>Every figure of the wave, in the order of the page. None when the wave is withheld.</summary>
    public IReadOnlyList<ChartTable> Charts => field ??= WaveCharts.Of(Shown.Analysis, Shown.Questions, Shown.Split, text);

    public ChartTable Chart(string key) => Charts.FirstOrDefault(c => c.Key == key) ?? throw new MissingException("The figure");

    protected async Task LoadAsync(CancellationToken ct)
    {
        var (wave, service) = await db.FindWaveAsync(access, Id, Right.Read, ct);
        WaveAnalysis analysis = await results.ForAsync(Id, By, ct);
        if (!Splits.Knows(analysis.Content, By)) By = null;
        if (Line is { } line && !AnalysisOptions.Lines.Contains(line)) Line = null;
        Shown = new(wave, service, analysis.At(Line), await ImportedRows.OfAsync(db, Id, ct), await questions.ForAsync(Id, ct),
            By is null ? null : await questions.SplitAsync(Id, By, ct))
        {
            Weighting = analysis.Scores.IsOpen ? null : await db.UsedWeightingAsync(Id, ct),
        };
    }

    /// <summary>Earlier and later waves of the same service, by name and date.</summary>
    protected async Task<List<Wave>> SiblingsAsync(CancellationToken ct) => await db.Waves.AsNoTracking()
        .Where(w => w.ServiceId == Shown.Service.Id && w.Id != Id).OrderBy(w => w.OpensOn).ToListAsync(ct);
}
