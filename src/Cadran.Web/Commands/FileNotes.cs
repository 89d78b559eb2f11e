using System.Globalization;
using Cadran.Csv;
using Cadran.Insight;

namespace Cadran.Web.Commands;

/// <summary>What the reading of a file decided, said beside the results: what was left out, what was not read, what is doubtful.</summary>
internal static class FileNotes
{
    private const int ColumnsNamed = 60;

    public static IEnumerable<string> Of(FileFacts facts)
    {
        if (facts.OtherSheets.Count > 1)
            yield return $"Read: the sheet “{facts.OtherSheets[0]}”. Not read: {string.Join(", ", facts.OtherSheets.Skip(1))}.";
        foreach (string left in LeftOut(facts.LeftOut)) yield return left;
        if (facts.ShortRows > 0)
            yield return $"{Counted(facts.ShortRows, "row ends", "rows end")} before the last column: "
                + "the cells that are not there are empty.";
        if (facts.Unused.Count > 0) yield return $"Columns not used: {Listed(facts.Unused)}.";
        if (facts.Order is { Waves.Count: > 1 } order)
            yield return $"Waves, {order.Why}: {string.Join(" → ", order.Waves)}. A change is the later wave less the earlier.";
        foreach (var (highest, scale, columns) in facts.Doubtful.GroupBy(d => (d.Highest, d.Scale))
            .Select(g => (g.Key.Highest, g.Key.Scale, g.Select(d => d.Column).ToList())))
            yield return $"Nobody chose more than {highest} in {Listed(columns)}, of a scale that ends at {scale}. "
                + $"If theirs is another, say so: --scale \"{columns[0]}=LOW-HIGH\".";
    }

    /// <summary>Rows that are about nobody, a line for each reason.</summary>
    public static IEnumerable<string> LeftOut(IReadOnlyList<RowsLeftOut> leftOut)
    {
        foreach (RowsLeftOut left in leftOut)
        {
            string[] words = left.Words.Split('|');
            string rows = left.Rows.ToString("N0", CultureInfo.InvariantCulture);
            yield return string.Format(CultureInfo.InvariantCulture, words[left.Rows == 1 ? 0 : 1], rows)
                + string.Create(CultureInfo.InvariantCulture, $": left out ({(left.Rows == 1 ? "row" : "the first is row")} {left.First})");
        }
    }

    private static string Listed(IReadOnlyList<string> columns) =>
        string.Join(", ", columns.Take(ColumnsNamed).Select(c => c.Contains(',', StringComparison.Ordinal) ? $"“{c}”" : c))
            + (columns.Count > ColumnsNamed ? $" and {columns.Count - ColumnsNamed} others" : "");

    private static string Counted(long n, string one, string many) =>
        $"{n.ToString("N0", CultureInfo.InvariantCulture)} {(n == 1 ? one : many)}";
}
