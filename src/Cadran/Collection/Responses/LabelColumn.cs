using System.Text;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>A growing column of repeated texts (channel, language, day, stratum, cluster): a code per row, −1 for an empty text.</summary>
internal sealed class LabelColumn
{
    private readonly Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
    private readonly List<string> labels = [];
    private int last = -1;
    private byte[] lastText = [];

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
        if (last < 0 || !text.SequenceEqual(lastText))
        {
            string label = Encoding.UTF8.GetString(text);
            if (!codeOf.TryGetValue(label, out last))
            {
                codeOf[label] = last = labels.Count;
                labels.Add(label);
            }
            lastText = text.ToArray();
        }
        Codes[row] = last;
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
