using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>People who are in the same group of every grouping, taken together: readers of all tables cannot tell them apart.</summary>
internal sealed class GroupingClasses
{
    private readonly IReadOnlyList<Factor> groupings;
    private readonly int[] classOfRow;
    private readonly List<int> first = [];

    /// <param name="groupings">Of the same people, at least one.</param>
    public GroupingClasses(IReadOnlyList<Factor> groupings)
    {
        this.groupings = groupings;
        classOfRow = new int[groupings[0].Rows];
        if (classOfRow.Length > 0) first.Add(0);
        foreach (var grouping in groupings) Refine(grouping);
    }

    /// <summary>The groupings of the people counted, a class standing for no more than so many: where there are more, their number is no
    /// secret.</summary>
    /// <param name="counts">Whether the person of a row counts.</param>
    public IReadOnlyList<Factor> Of(ReadOnlySpan<bool> counts, int most)
    {
        var people = new int[first.Count];
        for (var row = 0; row < counts.Length; row++)
            if (counts[row]) people[classOfRow[row]]++;
        int[] rows = [.. people.SelectMany((n, c) => Enumerable.Repeat(first[c], Math.Min(n, most)))];
        return [.. groupings.Select(g => g.Take(rows))];
    }

    private void Refine(Factor grouping)
    {
        var levels = grouping.Levels + 1;
        var numbers = new Dictionary<long, int>();
        first.Clear();
        for (var row = 0; row < classOfRow.Length; row++)
        {
            var key = (long)classOfRow[row] * levels + grouping.Codes[row] + 1;
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = first.Count);
                first.Add(row);
            }
            classOfRow[row] = number;
        }
    }
}
