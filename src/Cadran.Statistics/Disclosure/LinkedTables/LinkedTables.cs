namespace Cadran.Statistics.Disclosure;

/// <summary>
/// Tables of the same people that are published together: office × answer beside region × answer, or beside office × channel.
/// Each is published with all its margins.
/// </summary>
/// <remarks>Everything shown is a sum of the counts of people alike in every grouping, which are whole numbers from zero on and
/// are themselves not published: whoever reads all tables knows these sums and no more. A cell that two tables share is one cell;
/// a coarser reading ties its table to the finer one. People without a level are in the tables that do not ask for it.</remarks>
public sealed class LinkedTables
{
    /// <summary>
    /// Most combinations of finest levels; beyond it an audit takes too long and fewer tables should be linked at a time.
    /// </summary>
    public const int MostCombinations = 4000;

    /// <summary>Most groupings that cross in one table.</summary>
    public const int MostGroupings = 12;

    private readonly Dictionary<(int Table, string Levels), int> byName = [];

    private LinkedTables(long[] combinations) => Combinations = combinations;

    /// <summary>Every number shown, each once.</summary>
    public IReadOnlyList<LinkedCell> Cells { get; private set; } = [];

    /// <summary>People by combination of finest levels; empty combinations are as unknown to a reader as full ones.</summary>
    internal long[] Combinations { get; }

    /// <summary>Per cell, the combinations it sums.</summary>
    internal IReadOnlyList<int[]> Parts { get; private set; } = [];

    /// <summary>Counts people into every cell and margin of the tables.</summary>
    /// <param name="groupings">Of the same people; names of readings are unique.</param>
    /// <param name="tables">Per table the names of the readings that cross in it; an empty list is the number of people alone.</param>
    /// <exception cref="ArgumentException">Unequal numbers of people, an unknown or repeated name, no table, more than
    /// <see cref="MostGroupings"/> in one or <see cref="MostCombinations"/> in all.</exception>
    public static LinkedTables Of(IReadOnlyList<Grouping> groupings, params IReadOnlyList<IReadOnlyList<string>> tables)
    {
        ArgumentNullException.ThrowIfNull(groupings);
        ArgumentNullException.ThrowIfNull(tables);
        if (tables.Count == 0) throw new ArgumentException("At least one table is published.", nameof(tables));
        foreach (var table in tables)
            if (table.Count > MostGroupings)
                throw new ArgumentException(
                    $"{table.Count} groupings in a table, {MostGroupings} at most: each doubles its margins.", nameof(tables));
        var readings = Readings(groupings);
        foreach (var name in tables.SelectMany(t => t))
            if (!readings.ContainsKey(name)) throw new ArgumentException($"No grouping is called '{name}'.", nameof(tables));
        Grouping[] used = [.. groupings.Where(g => tables.Any(t => t.Any(name => readings[name].Grouping == g)))];
        var space = new LevelSpace(used, groupings.Count == 0 ? 0 : groupings[0].Levels.Rows);
        var linked = new LinkedTables(space.Count());
        linked.Collect(
            tables.Select(t => t.Select(name => space.GroupOfCombination(readings[name].Grouping, readings[name].Reading)).ToArray()),
            [.. tables.Select(t => t.Select(name => readings[name].Reading.Labels).ToArray())]);
        return linked;
    }

    /// <summary>Position in <see cref="Cells"/> of a cell or margin.</summary>
    /// <param name="table">From 0.</param>
    /// <param name="levels">One per grouping of the table; null to sum over it.</param>
    /// <exception cref="KeyNotFoundException">The table does not show it.</exception>
    public int Find(int table, params IReadOnlyList<string?> levels) => byName.TryGetValue((table, Key(levels)), out var cell) ? cell
        : throw new KeyNotFoundException($"Table {table} shows no '{Key(levels)}'.");

    private void Collect(IEnumerable<int[][]> tables, IReadOnlyList<string>[][] labels)
    {
        var cells = new List<LinkedCell>();
        var parts = new List<int[]>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (t, groups) in tables.Index())
        {
            foreach (var (levels, sum) in Sums(groups))
            {
                string?[] names = [.. levels.Select((level, v) => level < 0 ? null : labels[t][v][level])];
                var identity = string.Join(',', sum);
                if (!known.TryGetValue(identity, out var cell))
                {
                    known.Add(identity, cell = cells.Count);
                    cells.Add(new(t, names, sum.Sum(c => Combinations[c])));
                    parts.Add([.. sum]);
                }
                byName[(t, Key(names))] = cell;
            }
        }
        (Cells, Parts) = (cells, parts);
    }

    /// <summary>Combinations behind each cell and margin of one table, in the order of levels, totals (−1) last.</summary>
    private IEnumerable<(int[] Levels, List<int> Sum)> Sums(int[][] groups)
    {
        var found = new Dictionary<string, (int[] Levels, List<int> Sum)>(StringComparer.Ordinal);
        for (var c = 0; c < Combinations.Length; c++)
        {
            if (groups.Any(g => g[c] < 0)) continue;
            for (var margin = 0; margin < 1 << groups.Length; margin++)
            {
                int[] levels = [.. groups.Select((g, v) => (margin >> v & 1) == 1 ? -1 : g[c])];
                var key = string.Join(',', levels);
                if (!found.TryGetValue(key, out var cell)) found.Add(key, cell = (levels, []));
                cell.Sum.Add(c);
            }
        }
        return found.Values.OrderBy(c => c.Levels,
            Comparer<int[]>.Create((a, b) => a.Zip(b, (x, y) => ((uint)x).CompareTo((uint)y)).FirstOrDefault(o => o != 0)));
    }

    private static Dictionary<string, (Grouping Grouping, Grouping.Reading Reading)> Readings(IReadOnlyList<Grouping> groupings)
    {
        var readings = new Dictionary<string, (Grouping, Grouping.Reading)>(StringComparer.Ordinal);
        foreach (var grouping in groupings)
            foreach (var reading in grouping.Readings)
                if (!readings.TryAdd(reading.Name, (grouping, reading)))
                    throw new ArgumentException($"Two groupings are called '{reading.Name}'.", nameof(groupings));
        return readings;
    }

    private static string Key(IEnumerable<string?> levels) => string.Join('\u001F', levels.Select(l => l ?? "\u0000"));
}
