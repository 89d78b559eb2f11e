using System.Runtime.InteropServices;

namespace Cadran.Statistics;

/// <summary>A column of categories: a small whole code per row (−1 for none) and the label of each code.</summary>
/// <remarks>Strata, clusters, channels, waves and groups are factors. Levels are in order of value for numbers,
/// ordinal order for text, so that results do not depend on the order of the rows.</remarks>
public sealed class Factor
{
    private readonly int[] codes;

    private Factor(int[] codes, IReadOnlyList<string> labels)
    {
        this.codes = codes;
        Labels = labels;
    }

    /// <summary>Rows.</summary>
    public int Rows => codes.Length;
    /// <summary>Categories; all occur when built from values.</summary>
    public int Levels => Labels.Count;
    /// <summary>Text of each level.</summary>
    public IReadOnlyList<string> Labels { get; }
    /// <summary>Level of each row, −1 for none.</summary>
    public ReadOnlySpan<int> Codes => codes;
    internal int[] Array => codes;

    /// <summary>Takes codes that are already 0 … labels−1 (−1 for none). The array is kept, not copied.</summary>
    /// <param name="codes">Level of each row, from 0; −1 for none.</param>
    /// <param name="labels">Text of each level, also of levels that do not occur.</param>
    public static Factor FromCodes(int[] codes, IReadOnlyList<string> labels)
    {
        for (var i = 0; i < codes.Length; i++)
            if (codes[i] < -1 || codes[i] >= labels.Count)
                throw new ArgumentOutOfRangeException(
                    nameof(codes), codes[i], $"Row {i} has a code without a label ({labels.Count} labels).");
        return new(codes, labels);
    }

    /// <summary>Levels from text; null and empty text are no level.</summary>
    /// <param name="values">One label per row.</param>
    public static Factor Of(IReadOnlyList<string?> values)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var raw = new int[values.Count];
        for (var i = 0; i < raw.Length; i++)
        {
            if (values[i] is not { Length: > 0 } value) { raw[i] = -1; continue; }
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, value, out var exists);
            if (!exists) id = seen.Count - 1;
            raw[i] = id;
        }
        var labels = seen.Keys.Order(StringComparer.Ordinal).ToArray();
        return Renumber(raw, labels, labels.Select(l => seen[l]));
    }

    /// <summary>Levels from whole numbers, such as office or region codes; every number is a level.</summary>
    /// <param name="values">One number per row.</param>
    public static Factor Of(ReadOnlySpan<int> values)
    {
        var seen = new Dictionary<int, int>();
        var raw = new int[values.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, values[i], out var exists);
            if (!exists) id = seen.Count - 1;
            raw[i] = id;
        }
        var numbers = seen.Keys.Order().ToArray();
        return Renumber(raw, [.. numbers.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            numbers.Select(n => seen[n]));
    }

    /// <summary>Levels from a response column: each answer value is a level, the five kinds of no value are none.</summary>
    /// <param name="answers">Values of a scale, or <see cref="NoValue"/> codes.</param>
    public static Factor Of(ReadOnlySpan<sbyte> answers)
    {
        Span<bool> present = stackalloc bool[128];
        foreach (var a in answers) if (a >= 0) present[a] = true;
        Span<int> level = stackalloc int[128];
        var labels = new List<string>();
        for (var v = 0; v < 128; v++)
        {
            level[v] = present[v] ? labels.Count : -1;
            if (present[v]) labels.Add(v.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        var codes = new int[answers.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = answers[i] < 0 ? -1 : level[answers[i]];
        return new(codes, labels);
    }

    /// <summary>Every pair of levels that occurs, outer level first; none when either is none.</summary>
    /// <param name="outer">Decides the order first.</param>
    /// <param name="inner">Orders the levels within each outer one.</param>
    public static Factor Cross(Factor outer, Factor inner)
    {
        if (outer.Rows != inner.Rows) throw new ArgumentException($"{outer.Rows} rows against {inner.Rows}.", nameof(inner));
        var pairs = CodePairs.Of(outer.codes, outer.Levels, inner.codes, inner.Levels);
        return new(pairs.OfRow, [.. pairs.First.Zip(pairs.Second, (o, i) => $"{outer.Labels[o]} × {inner.Labels[i]}")]);
    }

    /// <summary>The factor of some rows only, with the same levels, whether they still occur or not.</summary>
    /// <param name="rows">Rows to keep, counted from 0, in the order wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">A row that does not exist.</exception>
    public Factor Take(ReadOnlySpan<int> rows)
    {
        var picked = new int[rows.Length];
        for (var i = 0; i < picked.Length; i++)
            picked[i] = (uint)rows[i] < (uint)codes.Length
                ? codes[rows[i]] : throw new ArgumentOutOfRangeException(nameof(rows), rows[i], $"There are {codes.Length} rows.");
        return new(picked, Labels);
    }

    /// <summary>The same column with the levels that occur and no others.</summary>
    internal Factor Occurring()
    {
        var place = new int[Levels];
        foreach (var code in codes) if (code >= 0) place[code] = 1;
        var labels = new List<string>();
        for (var k = 0; k < place.Length; k++)
        {
            if (place[k] == 0) continue;
            place[k] = labels.Count;
            labels.Add(Labels[k]);
        }
        return labels.Count == Levels ? this : new(System.Array.ConvertAll(codes, code => code < 0 ? -1 : place[code]), labels);
    }

    private static Factor Renumber(int[] raw, string[] labels, IEnumerable<int> sortedIds)
    {
        var place = new int[labels.Length];
        var next = 0;
        foreach (var id in sortedIds) place[id] = next++;
        for (var i = 0; i < raw.Length; i++) if (raw[i] >= 0) raw[i] = place[raw[i]];
        return new(raw, labels);
    }
}
