using System.Runtime.CompilerServices;

namespace Cadran.Statistics;

/// <summary>
/// Rows that agree in every variable, taken together: a fit on ratings, raking or a look at who stands alone then works on a few
/// hundred patterns, not a million rows.
/// </summary>
/// <param name="PatternOfRow">Pattern of each kept row.</param>
/// <param name="First">Position, among the kept rows, of each pattern's first row.</param>
internal sealed record DistinctRows(int[] PatternOfRow, int[] First)
{
    /// <summary>Whole numbers in this range are coded by table look-up.</summary>
    private const int Smallest = -128, Values = 256;

    /// <param name="columns">Variables, one value per kept row, without NaN.</param>
    public static DistinctRows Of(IReadOnlyList<double[]> columns, int rows)
    {
        var coded = new (int[] Code, int Levels)[columns.Count];
        Parallel.For(0, coded.Length, j => coded[j] = Code(columns[j]));
        return OfCodes(coded, rows);
    }

    /// <summary>Rows that have a value in the same columns.</summary>
    /// <param name="columns">NaN where there is no value.</param>
    public static DistinctRows ByObserved(IReadOnlyList<ReadOnlyMemory<double>> columns, int rows) =>
        OfCodes([.. columns.Select(c => (Array.ConvertAll(c.ToArray(), v => double.IsNaN(v) ? 0 : 1), 2))], rows);

    /// <param name="variables">Whole codes from 0 to the variable's levels − 1, one per kept row.</param>
    public static DistinctRows OfCodes(IReadOnlyList<(int[] Code, int Levels)> variables, int rows)
    {
        var pattern = new int[rows];
        List<int> first = rows == 0 ? [] : [0];
        foreach (var (code, levels) in variables) first = Refine(pattern, first.Count, code, levels);
        return new(pattern, [.. first]);
    }

    /// <summary>Rows of each pattern.</summary>
    public int[] Count()
    {
        var count = new int[First.Length];
        foreach (var pattern in PatternOfRow) count[pattern]++;
        return count;
    }

    public double[] Sum(double[] weights)
    {
        var sums = new double[First.Length];
        for (var i = 0; i < weights.Length; i++) sums[PatternOfRow[i]] += weights[i];
        return sums;
    }

    /// <summary>Splits every pattern by one more variable; numbers follow the first appearance, which is returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<int> Refine(int[] pattern, int count, int[] code, int levels)
    {
        var first = new List<int>();
        if ((long)count * levels <= Math.Max(1 << 16, 8L * pattern.Length))
        {
            var number = new int[count * levels];
            for (var i = 0; i < pattern.Length; i++)
            {
                ref var n = ref number[pattern[i] * levels + code[i]];
                if (n == 0) { first.Add(i); n = first.Count; }
                pattern[i] = n - 1;
            }
            return first;
        }
        var numbers = new Dictionary<(int, int), int>();
        for (var i = 0; i < pattern.Length; i++)
        {
            var key = (pattern[i], code[i]);
            if (!numbers.TryGetValue(key, out var n)) { numbers[key] = n = first.Count; first.Add(i); }
            pattern[i] = n;
        }
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Code, int Levels) Code(double[] column)
    {
        var code = new int[column.Length];
        var table = new int[Values];
        Dictionary<double, int>? others = null;
        var levels = 0;
        for (var i = 0; i < column.Length; i++)
        {
            var shifted = (int)Math.Clamp(column[i], int.MinValue, int.MaxValue) - Smallest;
            if ((uint)shifted < Values && shifted + Smallest == column[i])
            {
                if (table[shifted] == 0) table[shifted] = ++levels;
                code[i] = table[shifted] - 1;
                continue;
            }
            others ??= [];
            if (!others.TryGetValue(column[i], out var level)) others[column[i]] = level = levels++;
            code[i] = level;
        }
        return (code, levels);
    }
}
