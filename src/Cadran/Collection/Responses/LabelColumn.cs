using System.Text;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>A growing column of repeated texts (channel, language, day, stratum, cluster): a code per row, −1 for an empty text.</summary>
internal sealed class LabelColumn
{
    private const int LongestFound = 320;

    private readonly Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
    private readonly List<string> labels = [];
    private readonly List<byte[]> written = [];
    private int last = -1;

    public int[] Codes { get; private set; } = [];

    public void Reserve(int rows)
    {
        if (Codes.Length >= rows) return;
        int[] codes = Codes;
        Array.Resize(ref codes, rows);
        Codes = codes;
    }

    public void Set(int row, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) { Codes[row] = -1; return; }
        // Most rows say what the row before said; the others are found without an object for each.
        if (last < 0 || !text.SequenceEqual(written[last])) last = CodeOf(text);
        Codes[row] = last;
    }

    private int CodeOf(ReadOnlySpan<byte> text)
    {
        Span<char> label = stackalloc char[Math.Min(text.Length, LongestFound)];
        if (text.Length > LongestFound) label = new char[text.Length];
        label = label[..Encoding.UTF8.GetChars(text, label)];
        if (codeOf.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out int code)) return code;
        labels.Add(new(label));
        written.Add(text.ToArray());
        return codeOf[labels[^1]] = labels.Count - 1;
    }

    /// <summary>Freezes the first rows. Later rows do not change what was frozen.</summary>
    public Func<Factor> Freeze(int rows)
    {
        int[] codes = Codes;
        string[] known = [.. labels];
        return () => Sorted(codes, known, rows);
    }

    // Levels in order of their text, so that results do not depend on the order of the rows.
    private static Factor Sorted(int[] codes, string[] labels, int rows)
    {
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        Array.Sort(order, (a, b) => string.CompareOrdinal(labels[a], labels[b]));
        var place = new int[labels.Length];
        for (int i = 0; i < order.Length; i++) place[order[i]] = i;
        var sorted = new int[rows];
        for (int i = 0; i < rows; i++) sorted[i] = codes[i] < 0 ? -1 : place[codes[i]];
        return Factor.FromCodes(sorted, [.. order.Select(i => labels[i])]);
    }
}
