using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>
/// The standard analysis: scores, groups, waves, drivers, thresholds and priorities under one design. The command
/// <c>analyse</c> and every results page call it, so that they cannot disagree. Disclosure control is applied here, to the
/// results, before anybody sees them.
/// </summary>
/// <remarks>Definitions, formulas and oracles: docs/methods/analysis.md.</remarks>
public static class Analysis
{
    /// <exception cref="ArgumentException">Misuse: columns of unequal length, an answer outside its scale, options out of range.</exception>
    public static AnalysisResult Run(AnalysisData data, AnalysisOptions options)
    {
        options.Check(data);
        AnalysisItem[] items = data.Items;
        Item[] columns = [.. items.Select(i => new Item(i.Answers, i.Scale))];
        Tabulation? byWave = null;
        Tabulation[] byGroup = [];
        DriverFigures.Found drivers = null!;
        // Both leave cores idle in places: together they fill them.
        Parallel.Invoke(
            () => drivers = DriverFigures.Of(data, options),
            () =>
            {
                byWave = data.Wave is { } wave ? Tabulation.Of(data.Design, columns, wave) : null;
                byGroup = [.. data.By.Select(by => Tabulation.Of(data.Design, columns, by.Factor))];
            });
        Tabulation whole = byWave ?? (byGroup.Length > 0 ? byGroup[0] : Tabulation.Of(data.Design, columns));
        WaveResult[] waves = byWave is null ? [] : WaveFigures.Of(byWave, items, options);
        return new()
        {
            File = data.File,
            N = data.Rows,
            Design = Facts(data.Design),
            Items = [.. items.AsParallel().AsOrdered().Select((item, k) => ItemFigures.Of(item, whole[k].Overall, SmallCells.Primary(whole[k].Overall.Respondents, options.MinimumCell), data.Design, options))],
            Groups = [.. data.By.SelectMany((by, g) => GroupFigures.Of(by, byGroup[g], items, options))],
            Waves = waves,
            Changes = byWave is null ? [] : WaveFigures.Changes(byWave, items, waves, options),
            Drivers = drivers.Drivers,
            Thresholds = drivers.Thresholds,
            Priorities = drivers.Priorities,
            Matrix = drivers.Matrix,
        };
    }

    private static DesignFacts Facts(Design design) => new(design.Strata, design.Clusters, design.DegreesOfFreedom, design.SumOfWeights,
        double.IsFinite(design.KishDesignEffect) ? design.KishDesignEffect : null);
}
