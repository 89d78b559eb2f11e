using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Comparison;

/// <summary>The market researcher's table: under each column, the letters of the columns it is significantly higher than.</summary>
public static class ColumnLetters
{
    /// <summary>Letters per group of an item, all pairs compared under the design and adjusted together.</summary>
    /// <param name="item">An item tabulated by the columns of the table.</param>
    /// <param name="scoreOfValue">What is compared: <see cref="Scale.Top"/>, <see cref="Scale.Scores"/> …</param>
    /// <param name="level">Significance level after adjustment.</param>
    /// <param name="adjust">Adjustment of the table's p-values, <see cref="Multiplicity.Holm"/> when null.</param>
    /// <exception cref="ArgumentException">A level outside (0, 1), scores of another number than the scale's values, an
    /// adjustment that loses p-values.</exception>
    /// <returns>One text per group: "" for none, "AC" for higher than the first and third.</returns>
    public static string[] Of(ItemTabulation item, double[] scoreOfValue, double level = 0.05, Func<double[], double[]>? adjust = null)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A test level lies between 0 and 1.");
        var groups = item.Groups;
        Domain[] domains = [.. Enumerable.Range(0, groups).Select(item.Group)];
        var pairs = (from a in Enumerable.Range(0, groups) from b in Enumerable.Range(a + 1, groups - a - 1) select (A: a, B: b)).ToArray();
        Change[] changes = [.. pairs.Select(p => Change.Within(domains[p.B], domains[p.A], scoreOfValue))];
        double[] raw = [.. changes.Select(c => c.P)];
        var adjusted = adjust is null ? Multiplicity.Holm(raw) : adjust(raw);
        if (adjusted.Length != raw.Length)
            throw new ArgumentException($"An adjustment that makes {adjusted.Length} p-values of {raw.Length}.", nameof(adjust));
        var letters = new string[groups];
        Array.Fill(letters, "");
        for (var k = 0; k < pairs.Length; k++)
        {
            if (!(adjusted[k] < level)) continue;
            var first = changes[k].Difference.Value > 0;
            int higher = first ? pairs[k].A : pairs[k].B, lower = first ? pairs[k].B : pairs[k].A;
            letters[higher] += Letter(lower);
        }
        return letters;
    }

    /// <summary>A for 0, B for 1 … Z, then AA, AB …</summary>
    /// <param name="column">From 0.</param>
    public static string Letter(int column) =>
        column < 0 ? throw new ArgumentOutOfRangeException(nameof(column), column, "Columns are numbered from 0.") : column < 26
        ? ((char)('A' + column)).ToString() : Letter(column / 26 - 1) + (char)('A' + column % 26);
}
