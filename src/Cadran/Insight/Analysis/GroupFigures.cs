using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>Results by group, with small groups withheld and protected against subtraction from the total.</summary>
internal static class GroupFigures
{
    public static IEnumerable<GroupResult> Of(Grouping by, Tabulation table, AnalysisItem[] items, AnalysisOptions options)
    {
        Factor factor = by.Factor;
        var people = new int[factor.Levels];
        int inNone = 0;
        foreach (int code in factor.Codes)
            if (code < 0) inNone++;
            else people[code]++;
        // People in no group are part of the total: if they are few, the total gives them away unless a group is hidden too.
        Suppression?[] whole = SmallCells.Hide([.. people, inNone], options.MinimumCell);
        Suppression?[][] hidden = Hidden(table, items, whole, options.MinimumCell);
        return Enumerable.Range(0, factor.Levels).Where(g => people[g] > 0).AsParallel().AsOrdered().Select(g => whole[g] is { } why
            ? new GroupResult(by.Name, factor.Labels[g], null, SuppressionText.Of(why), []) { Reason = why }
            : new GroupResult(by.Name, factor.Labels[g], people[g], null,
                [.. items.Select((item, k) => ItemFigures.Of(item, table[k].Group(g), hidden[k][g], table.Design, options))]));
    }

    /// <summary>Per item, the groups in which it is withheld; the last entry is the people in no group.</summary>
    public static Suppression?[][] Hidden(Tabulation table, AnalysisItem[] items, Suppression?[] whole, int minimum)
    {
        var hidden = new Suppression?[items.Length][];
        for (int k = 0; k < items.Length; k++)
        {
            int groups = whole.Length - 1, known = 0;
            var answered = new int[whole.Length];
            for (int g = 0; g < groups; g++) known += answered[g] = table[k].Group(g).Respondents;
            answered[groups] = table[k].Overall.Respondents - known;
            hidden[k] = SmallCells.Hide(answered, minimum, whole);
        }
        return hidden;
    }
}
