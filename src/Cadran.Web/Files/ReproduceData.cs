using System.Globalization;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Charts;

namespace Cadran.Web.Files;

/// <summary>The data behind the figures of a wave, as <see cref="ReproduceScript"/> reads it.</summary>
public static class ReproduceData
{
    /// <summary>
    /// One row per person: ratings, driver means and the design. No group: who is in which could be put together from several files.
    /// Ratings run from worst to best: those of a reversed scale are turned round, as the analysis reads them.
    /// </summary>
    public static IEnumerable<string[]> People(PeopleFile file)
    {
        yield return [.. file.Items.Select(Name), "weight", "stratum", "cluster", "population"];
        foreach (PersonRow row in file.Rows)
            yield return
            [
                .. row.Ratings.Select(ChartTable.Number),
                ChartTable.Number(row.Weight), Number(row.Stratum), Number(row.Cluster), ChartTable.Number(row.Population),
            ];
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
                    ChartTable.Number(cell.Value), Number(cell.N), ChartTable.Number(cell.Share.Estimate),
                ];
    }

    /// <summary>
    /// The overall rating of each group that is shown, summed up: people, mean, mean of squares, share of the two best answers.
    /// </summary>
    public static IEnumerable<string[]> Groups(WaveAnalysis wave)
    {
        yield return ["group", "lowest", "highest", "n", "mean", "meansquare", "toptwo"];
        foreach (GroupResult group in wave.Result.Groups.Where(g => g.Suppressed is null))
        {
            if (group.Items[0] is not { Suppressed: null } overall) continue;
            double Mean(Func<double, double> of) => overall.Distribution.Sum(cell => cell.Share.Estimate * of(cell.Value));
            yield return
            [
                group.Value, RatingScale.CodeOf(wave.Scales[0].Lowest), RatingScale.CodeOf(wave.Scales[0].Highest), Number(overall.N),
                ChartTable.Number(Mean(v => v)), ChartTable.Number(Mean(v => v * v)), ChartTable.Number(overall.TopTwo.Estimate),
            ];
        }
    }

    /// <summary>A code as a name that needs no quotes in R.</summary>
    public static string Name(string code) => "q_" + string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Number(int? n) => n?.ToString(CultureInfo.InvariantCulture) ?? "";
}
