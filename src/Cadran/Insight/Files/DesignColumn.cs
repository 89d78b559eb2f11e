using System.Globalization;
using System.Runtime.InteropServices;
using Cadran.Csv;
using Cadran.Statistics;

namespace Cadran.Insight;

internal enum NumberKind { Weight, Population }

/// <summary>A column of weights (finite, zero or more) or population sizes (above zero).</summary>
internal sealed class NumberColumn(int position, string name, NumberKind kind)
{
    private readonly List<double> values = [];

    public int Position => position;
    public string Name => name;
    public double[] Values => [.. values];
    public ReadOnlySpan<double> Read => CollectionsMarshal.AsSpan(values);

    public void Add(CsvRow row)
    {
        if (row.IsEmpty(position)) throw Refused(row, kind == NumberKind.Weight ? "The weight is missing." : "The population is missing.");
        if (!row.TryDouble(position, out double value) || double.IsNaN(value)) throw Refused(row, "“{0}” is not a number.");
        if (kind == NumberKind.Weight && (value < 0 || double.IsInfinity(value))) throw Refused(row,
            "A weight is finite and not negative; this one is {0}.");
        if (kind == NumberKind.Population && value <= 0) throw Refused(row, "A population is above zero; this one is {0}.");
        values.Add(value);
    }

    private CsvException Refused(CsvRow row, string message)
    {
        string code = kind == NumberKind.Weight ? "analysis.weight" : "analysis.population";
        return new(row.Error(position, code, message, ShortText.Of(row.Text(position), 40)));
    }
}

/// <summary>A column of codes: strata, clusters, groups or waves. Numbers sort as numbers, anything else as text.</summary>
internal sealed class CategoryColumn(int position, string name, bool required)
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<int> codes = [];
    private byte[] last = [];
    private int lastCode = -1;

    public int Position => position;
    public string Name => name;

    public void Add(CsvRow row)
    {
        ReadOnlySpan<byte> cell = row.Bytes(position);
        if (!cell.SequenceEqual(last))
        {
            string text = row.Text(position).Trim();
            if (text.Length == 0) lastCode = -1;
            else if (!known.TryGetValue(text, out lastCode)) known.Add(text, lastCode = known.Count);
            last = cell.ToArray();
        }
        if (required && lastCode < 0) throw new CsvException(row.Error(position, "analysis.no-code",
            "The cell is empty: every row needs a code here."));
        codes.Add(lastCode);
    }

    /// <summary>Labels in the order in which the file has them first.</summary>
    public IReadOnlyList<string> Labels => [.. known.Keys];

    /// <summary>The factor with its levels in that order; every label is in it.</summary>
    public Factor Factor(IReadOnlyList<string> order)
    {
        int[] place = [.. known.Keys.Select(label => order.Index().First(o => o.Item == label).Index)];
        return Statistics.Factor.FromCodes([.. codes.Select(c => c < 0 ? -1 : place[c])], [.. order]);
    }

    public Factor Factor()
    {
        string[] labels = [.. known.Keys];
        double[] numbers = [.. labels.Select(l => double.TryParse(l, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) ? n
            : double.NaN)];
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        if (Array.Exists(numbers, double.IsNaN)) Array.Sort(order, (a, b) => string.CompareOrdinal(labels[a], labels[b]));
        else Array.Sort(order, (a, b) =>
            numbers[a] != numbers[b] ? numbers[a].CompareTo(numbers[b]) : string.CompareOrdinal(labels[a], labels[b]));
        var place = new int[labels.Length];
        for (int i = 0; i < order.Length; i++) place[order[i]] = i;
        int[] sorted = [.. codes.Select(c => c < 0 ? -1 : place[c])];
        return Statistics.Factor.FromCodes(sorted, [.. order.Select(i => labels[i])]);
    }
}
