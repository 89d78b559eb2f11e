using System.Globalization;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Web.Charts;

namespace Cadran.Web.Files;

/// <summary>The data behind the figures of a wave, as <see cref="ReproduceScript"/> reads it.</summary>
public static class ReproduceData
{
    /// <summary>
    /// One row per person: ratings, driver means, the group when one is chosen and large enough, and the design. Clusters and strata are
    /// numbered, not named. Ratings run from worst to best: those of a reversed scale are turned round, as the analysis reads them.
    /// </summary>
    public static IEnumerable<string[]> People(ResponseTable table, WaveAnalysis wave, string? by)
    {
        AnalysisItem[] items = [.. WaveAnalyses.ItemsOf(table)];
        Factor? groups = by is { Length: > 0 } ? WaveAnalyses.GroupsOf(table, by) : null;
        string[] shown = [.. wave.Result.Groups.Where(g => g.Suppressed is null).Select(g => g.Value)];
        yield return [.. items.Select(i => Name(i.Code)), .. groups is null ? [] : (string[])["group"], "weight", "stratum", "cluster", "population"];
        for (int row = 0; row < table.Rows; row++)
        {
            int group = groups is null ? -1 : groups.Codes[row];
            double population = table.Population.Span[row];
            yield return
            [
                .. items.Select(i => i.Answers.Span[row] is var code && code < 0 ? "" : ChartTable.Number(i.RatingOf(code))),
                .. groups is null ? [] : (string[])[group >= 0 && shown.Contains(groups.Labels[group]) ? groups.Labels[group] : ""],
                ChartTable.Number(table.Weights.Span[row]), Number(table.Stratum, row), Number(table.Cluster, row), double.IsInfinity(population) ? "" : ChartTable.Number(population),
            ];
        }
    }

    /// <summary>People and share of the weight by item and rating, for items that are shown.</summary>
    public static IEnumerable<string[]> Counts(WaveAnalysis wave)
    {
        yield return ["item", "lowest", "highest", "value", "n", "share"];
        foreach (var (index, item) in wave.Result.Items.Index().Where(i => i.Item.Suppressed is null))
            foreach (DistributionCell cell in item.Distribution)
                yield return
                [
                    Name(item.Code), RatingScale.CodeOf(wave.Scales[index].Lowest), RatingScale.CodeOf(wave.Scales[index].Highest),
                    ChartTable.Number(cell.Value), cell.N.ToString(CultureInfo.InvariantCulture), ChartTable.Number(cell.Share.Estimate),
                ];
    }

    /// <summary>A code as a name that needs no quotes in R.</summary>
    public static string Name(string code) => "q_" + string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Number(Factor factor, int row) => factor.Levels == 0 || factor.Codes[row] < 0 ? "" : (factor.Codes[row] + 1).ToString(CultureInfo.InvariantCulture);
}
