using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>
/// The standard analysis under one design, in two parts: what counting says (<see cref="Tabulate"/>: scores, groups, waves) and what
/// explains it (<see cref="Drivers"/>: importance, thresholds, priorities). The command <c>analyse</c> and every results page call it, so
/// that they cannot disagree. The disclosure policy is applied here, to the results, before anybody sees them.
/// </summary>
/// <remarks>Definitions, formulas and oracles: docs/methods/analysis.md.</remarks>
internal static class Analysis
{
    /// <summary>Version of the method: results stored by another are computed anew.</summary>
    public const int Method = 2;

    /// <summary>Both parts.</summary>
    /// <exception cref="ArgumentException">Misuse: columns of unequal length, an answer outside its scale,
    /// options out of range.</exception>
    public static AnalysisResult Run(AnalysisData data, AnalysisOptions options)
    {
        options.Check(data);
        (ScoreResult scores, DriverFindings drivers) = (null!, null!);
        // Both leave cores idle in places: together they fill them.
        Parallel.Invoke(() => drivers = Drivers(data, options), () => scores = Tabulate(data, options));
        return AnalysisResult.Of(scores, drivers);
    }

    /// <summary>Scores of everybody, by group and by wave.</summary>
    /// <exception cref="ArgumentException">As <see cref="Run"/>.</exception>
    public static ScoreResult Tabulate(AnalysisData data, AnalysisOptions options)
    {
        options.Check(data);
        var items = data.Items;
        var counted = new CountedPeople(data.Design);
        var byWave = data.Wave is { } wave ? Tabulation.Of(data.WaveDesign ?? data.Design, Columns(items), wave) : null;
        var whole = data.WaveDesign is null && byWave is not null ? byWave : Tabulation.Of(data.Design, Columns(items));
        WaveItems[] waves = byWave is null ? [] : WaveFigures.Of(byWave, counted, items, options);
        var hidden = Hidden(whole, counted, data, options.Policy);
        return new()
        {
            N = data.Rows,
            Design = DesignFacts.Of(data.Design),
            Items = [.. items.AsParallel().AsOrdered()
                .Select((item, k) => ItemFigures.Of(item, whole[k].Overall, hidden[k], data.Design, options))],
            Groups = GroupFigures.Of(data, counted, options),
            Waves = waves,
            Changes = byWave is null ? [] : WaveFigures.Changes(byWave, items, waves, options),
        };
    }

    /// <summary>Importance, thresholds and priorities, from complete cases.</summary>
    /// <exception cref="ArgumentException">As <see cref="Run"/>.</exception>
    public static DriverFindings Drivers(AnalysisData data, AnalysisOptions options)
    {
        options.Check(data);
        return DriverFigures.Of(data, options);
    }

    public static Item[] Columns(IReadOnlyList<AnalysisItem> items) => [.. items.Select(i => new Item(i.Answers, i.Scale))];

    private static Suppression?[] Hidden(Tabulation whole, CountedPeople counted, AnalysisData data, DisclosurePolicy policy)
    {
        var items = data.Items;
        var bases = counted.Of(whole, items);
        Suppression?[] hidden = [.. items.Select((_, k) => policy.Alone(CellBase.Of(bases[k].Overall)))];
        DriverParts.Protect(data, counted, hidden, policy);
        return hidden;
    }
}
