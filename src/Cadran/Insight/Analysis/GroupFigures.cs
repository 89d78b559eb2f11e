using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>Overall rating and drivers by group, as far as the policy lets them be shown.</summary>
internal static class GroupFigures
{
    public static IReadOnlyList<GroupResult> Of(AnalysisData data, CountedPeople counted, AnalysisOptions options)
    {
        if (data.By.Count == 0) return [];
        Grouping[] groupings = [.. data.Before, .. data.By];
        var items = data.Rated;
        Tabulation[] tables = [.. groupings.Select(g => Tabulation.Of(data.Design, Analysis.Columns(items), g.Factor))];
        var disclosure = new GroupDisclosure(
            options.Policy, counted, items, [.. groupings.Select(g => g.Factor)], [.. tables.Select(t => counted.Of(t, items))],
                data.Shown);
        // Groups add up to everybody: where everybody stands as of another time, the sum would tell who came between.
        if (data.Published is { } everybody)
            for (var k = 0; k < items.Length; k++)
                if (everybody.Items[k].N != tables[0][k].Overall.Respondents)
                    foreach (var item in disclosure.Items) Array.Fill(item[k], everybody.Items[k].Suppressed ?? DisclosurePolicy.Beside);
        return [.. Enumerable.Range(data.Before.Count, data.By.Count)
            .SelectMany(j => Of(groupings[j], tables[j], items, disclosure, j, options))];
    }

    private static ParallelQuery<GroupResult> Of(
        Grouping by, Tabulation table, AnalysisItem[] items, GroupDisclosure disclosure, int place, AnalysisOptions options)
    {
        var people = new int[by.Factor.Levels + 1];
        foreach (var code in by.Factor.Codes) people[code < 0 ? by.Factor.Levels : code]++;
        return Enumerable.Range(0, by.Factor.Levels).Where(g => people[g] > 0).AsParallel().AsOrdered().Select(g =>
            disclosure.Whole[place][g] is { } why
                ? new GroupResult(by.Name, by.Factor.Labels[g], null, why, [])
                : new GroupResult(by.Name, by.Factor.Labels[g], people[g], null, [.. items.Select((item, k) =>
                    ItemFigures.Of(item, table[k].Group(g), disclosure.Items[place][k][g], table.Design, options))]));
    }
}
