using Cadran.Collection;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// Drivers that are means of several items are published by group too. Where a few people of a group answered some of a driver's items
/// and not all, the driver less the mean of its items is the answers of those few: the item that the fewest answered is not divided then.
/// </summary>
internal static class SplitParts
{
    /// <param name="hidden">Per question and group; what must be withheld is added.</param>
    public static void Protect(ResponseTable table, QuestionColumn[] columns, Factor by, CountedPeople people, Suppression?[][] hidden)
    {
        foreach (var driver in WaveColumns.Of(table.Content).Drivers.Where(d => d.Items.Count > 1))
        {
            int[] parts = [.. driver.Items.Select(q => Array.FindIndex(columns, c => c.Code == q.Code))];
            if (parts.Contains(-1)) continue;
            var some = Some(driver.MinimumAnswered, [.. parts.Select(p => columns[p].Base)], by, people);
            if (Enumerable.Range(0, by.Levels).All(g => !DisclosurePolicy.Published.Isolates(some[g], 0)
                || parts.Any(p => hidden[p][g] is not null))) continue;
            var fewest = parts.MinBy(p => Answered(columns[p].Base));
            for (var g = 0; g < hidden[fewest].Length; g++) hidden[fewest][g] ??= DisclosurePolicy.Beside;
        }
    }

    /// <summary>People of each group who have a mean and did not answer all of its items.</summary>
    private static int[] Some(int minimum, AnalysisItem[] items, Factor by, CountedPeople people)
    {
        var some = new int[by.Levels];
        for (var row = 0; row < by.Rows; row++)
        {
            if (by.Codes[row] < 0 || !people.Has(row)) continue;
            var answered = 0;
            foreach (var item in items)
                if (item.Answers.Span[row] >= 0) answered++;
            if (answered >= minimum && answered < items.Length) some[by.Codes[row]]++;
        }
        return some;
    }

    private static int Answered(AnalysisItem item)
    {
        var answered = 0;
        foreach (var answer in item.Answers.Span)
            if (answer >= 0) answered++;
        return answered;
    }
}
