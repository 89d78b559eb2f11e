using System.Runtime.InteropServices;

namespace Cadran.Statistics.Weighting;

/// <summary>The combinations of categories that occur: a million rows on three margins are a hundred and twenty cells.</summary>
internal sealed class RakingCells
{
    public required int[] CellOfRow { get; init; }
    /// <summary>Category of each cell, by margin.</summary>
    public required int[][] Category { get; init; }
    public int Count => Category.Length == 0 ? 0 : Category[0].Length;

    public static RakingCells Build(IReadOnlyList<Margin> margins, int rows)
    {
        var cellOfRow = new int[rows];
        long product = 1;
        foreach (var m in margins) product = checked(product * Math.Max(1, m.Variable.Levels));
        var keys = new List<long>();
        var codes = margins.Select(m => m.Variable.Array).ToArray();
        var levels = margins.Select(m => m.Variable.Levels).ToArray();
        if (product <= 4_000_000)
        {
            var id = new int[product];
            for (int i = 0; i < rows; i++)
            {
                int key = codes[0][i];
                for (int m = 1; m < codes.Length; m++) key = key * levels[m] + codes[m][i];
                cellOfRow[i] = key;
                id[key] = 1;
            }
            for (int k = 0; k < id.Length; k++) if (id[k] != 0) { id[k] = keys.Count; keys.Add(k); }
            for (int i = 0; i < rows; i++) cellOfRow[i] = id[cellOfRow[i]];
        }
        else
        {
            var seen = new Dictionary<long, int>();
            for (int i = 0; i < rows; i++)
            {
                long key = codes[0][i];
                for (int m = 1; m < codes.Length; m++) key = key * levels[m] + codes[m][i];
                ref int cell = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out bool exists);
                if (!exists) { cell = keys.Count; keys.Add(key); }
                cellOfRow[i] = cell;
            }
        }
        var category = levels.Select(_ => new int[keys.Count]).ToArray();
        for (int c = 0; c < keys.Count; c++)
        {
            long key = keys[c];
            for (int m = levels.Length - 1; m >= 0; m--) { category[m][c] = (int)(key % levels[m]); key /= levels[m]; }
        }
        return new() { CellOfRow = cellOfRow, Category = category };
    }
}
