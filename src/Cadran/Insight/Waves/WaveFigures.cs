using Cadran.Statistics;
using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>
/// Results by wave, and the change from each wave to the next. Clusters that are in both waves give covariance, and the error of a change
/// counts it.
/// </summary>
internal static class WaveFigures
{
    public static WaveItems[] Of(Tabulation table, CountedPeople counted, AnalysisItem[] items, AnalysisOptions options)
    {
        var waves = table.By!;
        var bases = counted.Of(table, items);
        Suppression?[][] hidden = [.. items.Select((_, k) => options.Policy.Cells(CellBase.Of(bases[k], waves.Levels)))];
        return [.. Enumerable.Range(0, waves.Levels).Select(w => new WaveItems(waves.Labels[w],
            [.. items.Select((item, k) => ItemFigures.Of(item, table[k].Group(w), hidden[k][w], table.Design, options))]))];
    }

    public static ChangeResult[] Changes(Tabulation table, AnalysisItem[] items, WaveItems[] waves, AnalysisOptions options)
    {
        var changes = new List<ChangeResult>();
        for (int w = 1; w < waves.Length; w++)
            for (int k = 0; k < items.Length; k++)
            {
                var why = waves[w - 1].Items[k].Suppressed ?? waves[w].Items[k].Suppressed;
                changes.Add(why is null
                    ? Tested(items[k].Code, waves[w - 1].Value, waves[w].Value,
                        Change.Within(table[k].Group(w - 1), table[k].Group(w)), options)
                    : new(items[k].Code, waves[w - 1].Value, waves[w].Value, PublishedNumber.Withheld(why), null, null, null, null, null));
            }
        var q = Multiplicity.BenjaminiHochberg([.. changes.Select(c => c.P ?? double.NaN)]);
        return [.. changes.Select((c, i) => c with { Q = Number(q[i]) })];
    }

    private static ChangeResult Tested(string code, string from, string to, Change change, AnalysisOptions options)
    {
        var difference = PublishedNumber.Of(change.Difference, options.Confidence);
        if (!difference.IsShown) return new(code, from, to, difference, null, null, null, null, null);
        return new(code, from, to, difference, Number(change.T), Number(change.Difference.DegreesOfFreedom), Number(change.P), null,
            Number(Change.Detectable(change.Difference.StandardError, change.Difference.DegreesOfFreedom, 1 - options.Confidence)));
    }

    private static double? Number(double value) => double.IsFinite(value) ? value : null;
}
