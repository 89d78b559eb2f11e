namespace Cadran.Statistics.Disclosure;

/// <summary>All combinations of the finest levels of some groupings, numbered; "no level" is one more where somebody has none.</summary>
internal sealed class LevelSpace
{
    private readonly IReadOnlyList<Grouping> groupings;
    private readonly int[] sizes, strides;
    private readonly int people;

    /// <param name="groupings">Those that tables use.</param>
    /// <param name="people">In every one of them.</param>
    public LevelSpace(IReadOnlyList<Grouping> groupings, int people)
    {
        (this.groupings, this.people) = (groupings, people);
        sizes = [.. groupings.Select(g => g.Levels.Levels + (g.Levels.Codes.Contains(-1) ? 1 : 0))];
        strides = new int[sizes.Length];
        long size = 1;
        for (var g = 0; g < sizes.Length; g++)
        {
            if (groupings[g].Levels.Rows != people)
                throw new ArgumentException(
                    $"'{groupings[g].Name}' has {groupings[g].Levels.Rows} people, not {people}.", nameof(groupings));
            strides[g] = (int)size;
            size *= sizes[g];
            if (size > LinkedTables.MostCombinations)
                throw new ArgumentException(
                    $"More than {LinkedTables.MostCombinations} combinations of levels: link fewer tables at a time.", nameof(groupings));
        }
        Size = (int)size;
    }

    public int Size { get; }

    /// <summary>People in each combination.</summary>
    public long[] Count()
    {
        var counts = new long[Size];
        for (var i = 0; i < people; i++)
        {
            var at = 0;
            for (var g = 0; g < sizes.Length; g++)
            {
                var level = groupings[g].Levels.Codes[i];
                at += strides[g] * (level < 0 ? sizes[g] - 1 : level);
            }
            counts[at]++;
        }
        return counts;
    }

    /// <summary>Group of each combination in a reading; −1 for none.</summary>
    public int[] GroupOfCombination(Grouping grouping, Grouping.Reading reading)
    {
        var g = Enumerable.Range(0, groupings.Count).First(k => groupings[k] == grouping);
        return [.. Enumerable.Range(0, Size).Select(c => c / strides[g] % sizes[g])
            .Select(level => level < reading.GroupOfLevel.Length ? reading.GroupOfLevel[level] : -1)];
    }
}
