using System.Globalization;
using Cadran.Csv;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// What a column holds whose values do not fit the scale that it was said to have, and what to say of it. A number within the scale that
/// the values show is never proposed as a code for no answer.
/// </summary>
internal static class ScaleHint
{
    private const int RowsLookedAt = 100_000, ValuesShown = 12, LongestScale = 10;

    /// <summary>The refusal of a cell that is off the scale, with what the whole column says.</summary>
    public static CsvException Of(CsvError refusal, string path, string column, AnalysisColumns columns)
    {
        if (Values(path, column, columns) is not { Count: > 0 } values) return new(refusal);
        Scale said = columns.ScaleOf(column);
        (int low, int high) = Points(values, said);
        List<int> beside = [.. values.Where(v => v < low || v > high)];
        List<string> ways = [];
        if (low < said.Minimum || high > said.Maximum)
        {
            string scale = ColumnWord.Of("--scale", column, $"{Text(low)}-{Text(high)}");
            // Nobody chose 0 of ten: whether they could, the values do not say.
            if (low == 1 && high == LongestScale && !values.Contains(0))
                scale = $"{ColumnWord.Of("--scale", column, $"0-{Text(high)}")} or {scale}, whichever it was";
            ways.Add($"If these are its points, say {scale}.");
        }
        foreach (int code in beside)
            ways.Add($"If {Text(code)} means “no answer”, say {ColumnWord.Of("--missing", column, Text(code))}.");
        // Between the scale and its surroundings only a person can tell.
        if (beside.Count == 0 && values.Contains(0) && values.Count > 3 && said.Minimum > 0)
            ways.Add($"If 0 means “no answer”, say {ColumnWord.Of("--missing", column, "0")}.");
        return new(refusal with
        {
            Message = "{0} is not on the scale from {1} to {2}. The column holds {3}. {4}",
            Args = [.. refusal.Args, Listed(values), string.Join(' ', ways)],
        });
    }

    /// <summary>The points the values show: from the lowest to the highest without what stands apart.</summary>
    private static (int Low, int High) Points(SortedSet<int> values, Scale said)
    {
        var near = new SortedSet<int>(values.Where(v => v >= 0 && v <= LongestScale));
        // Beside a gap, 8 and 9 are what files write for no answer; above them nothing is a scale that anybody sees.
        if (!near.Contains(10))
        {
            if (near.Contains(9) && !near.Contains(8) && !near.Contains(7)) near.Remove(9);
            if (near.Contains(8) && !near.Contains(7)) near.ExceptWith([8, 9]);
        }
        if (near.Count == 0) return (said.Minimum, said.Maximum);
        bool zero = near.Min == 0 && (near.Max <= 1 || near.Max > 5 || near.Count > 3);
        int low = zero ? 0 : Math.Min(said.Minimum, Math.Max(1, near.Min));
        return (low, near.Max <= 1 ? 1 : near.Max > 5 && near.Max < LongestScale && near.Max > 7 ? LongestScale
            : Math.Max(near.Max, near.Max <= said.Maximum ? said.Maximum : near.Max));
    }

    private static SortedSet<int>? Values(string path, string column, AnalysisColumns columns)
    {
        using CsvReader csv = CsvReader.Open(path, AnalysisFile.Options(columns));
        int at = csv.Column(column), rows = 0;
        var values = new SortedSet<int>();
        foreach (CsvRow row in csv)
        {
            if (rows++ == RowsLookedAt || values.Count > ValuesShown * 2) break;
            if (row.TryDouble(at, out double number) && number == Math.Floor(number) && Math.Abs(number) < 1000) values.Add((int)number);
        }
        return values;
    }

    private static string Listed(SortedSet<int> values)
    {
        List<string> shown = [.. values.Take(ValuesShown).Select(Text)];
        return values.Count > ValuesShown ? string.Join(", ", shown) + ", …"
            : shown.Count == 1 ? shown[0] : string.Join(", ", shown.SkipLast(1)) + " and " + shown[^1];
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
