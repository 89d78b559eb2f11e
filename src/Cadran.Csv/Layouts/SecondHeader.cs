namespace Cadran.Csv;

/// <summary>Whether a row below the names says more about the columns instead of being an answer.</summary>
internal static class SecondHeader
{
    private const int ShortestLabel = 3, ShortestAlone = 12, MostRows = 3;

    private static readonly HashSet<string> NoValue = new(StringComparer.OrdinalIgnoreCase)
        { "NA", "N/A", "NULL", "NONE", ".", "-", "ND", "DK", "REFUSED", "SKIPPED" };

    /// <summary>How many of the first rows below the names are header rows too.</summary>
    public static int Count(string[] header, IReadOnlyList<string[]> rows)
    {
        int count = 0;
        while (count < Math.Min(MostRows, rows.Count) && IsOne(header, rows[count], rows.Skip(count + 1).ToList())) count++;
        // The row of identifiers tells that the one above it holds the texts.
        for (int i = count; i < Math.Min(MostRows, rows.Count); i++)
            if (HoldsIdentifiers(rows[i])) return i + 1;
        return count;
    }

    public static bool HoldsIdentifiers(string[] row) =>
        row.Any(cell => cell.TrimStart().StartsWith("{\"ImportId\"", StringComparison.Ordinal));

    /// <summary>Names of columns that have none above: texts under unnamed columns, and nothing where every answer has a number.</summary>
    public static bool NamesTheUnnamed(string[] header, string[] row, IReadOnlyList<string[]> rest)
    {
        int width = rest.Append(row).Max(r => r.Length);
        List<int> unnamed = [.. Enumerable.Range(0, width).Where(i => At(header, i).Length == 0)];
        return unnamed.Any(i => At(row, i).Length > 0) && !row.Any(IsNumber)
            && At(row, 0).Length == 0 && rest.Count > 0 && rest.All(r => At(r, 0).Length > 0);
    }

    private static bool IsOne(string[] header, string[] row, IReadOnlyList<string[]> rest) =>
        HoldsIdentifiers(row) || NamesTheUnnamed(header, row, rest) || LabelsNumbers(row, rest) || LabelsWords(row, rest);

    /// <summary>Columns of numbers hold a text here, a different one each, that no other row holds.</summary>
    private static bool LabelsNumbers(string[] row, IReadOnlyList<string[]> rest)
    {
        List<int> numbers = [.. Enumerable.Range(0, row.Length).Where(i => HoldsNumbers(rest, i))];
        List<string> there = [.. numbers.Select(i => At(row, i)).Where(cell => cell.Length > 0)];
        List<string> labels = [.. there.Where(cell => cell.Length >= ShortestLabel && !IsNumber(cell) && !NoValue.Contains(cell))];
        if (labels.Count == 0 || labels.Count < there.Count || labels.Count * 2 < numbers.Count) return false;
        if (labels.Count != labels.Distinct().Count() || rest.Any(r => r.Any(cell => labels.Contains(cell.Trim())))) return false;
        return labels.Count >= 2 || (labels[0].Length >= ShortestAlone && labels[0].Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>Columns with few different answers each hold here a longer text that is none of them.</summary>
    private static bool LabelsWords(string[] row, IReadOnlyList<string[]> rest)
    {
        if (rest.Count < 6) return false;
        var closed = new List<(string Label, int Longest)>();
        for (int i = 0; i < row.Length; i++)
        {
            HashSet<string> values = [.. rest.Select(r => At(r, i)).Where(v => v.Length > 0)];
            if (values.Count < 2 || values.Count > Math.Max(2, rest.Count / 3) || values.All(IsNumber)) continue;
            if (values.Contains(At(row, i)) || At(row, i).Length == 0) return false;
            closed.Add((At(row, i), values.Max(v => v.Length)));
        }
        return closed.Count >= 2 && closed.Select(c => c.Label).Distinct().Count() == closed.Count
            && closed.All(c => c.Label.EndsWith('?')
                || (c.Label.Contains(' ', StringComparison.Ordinal) && c.Label.Length > 1.5 * c.Longest));
    }

    private static bool HoldsNumbers(IReadOnlyList<string[]> rows, int column)
    {
        List<string> values = [.. rows.Select(r => At(r, column)).Where(v => v.Length > 0 && !NoValue.Contains(v))];
        return values.Count >= 2 && values.All(IsNumber);
    }

    private static bool IsNumber(string cell) => CsvNumber.TryRead(cell, ';', out _);

    private static string At(string[] row, int column) => column < row.Length ? row[column].Trim() : "";
}
