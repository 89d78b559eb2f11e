using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>Looks at a file before anybody maps it.</summary>
public static class ImportColumns
{
    public const int RowsLookedAt = 5000;
    public const int ValuesKept = 20;
    public const int DifferentAtMost = 1000;

    /// <summary>More columns than this cannot be mapped on a page; the command takes them.</summary>
    public const int MostColumns = 600;

    private const int LongestValue = 80;

    /// <summary>
    /// Profiles of the columns. A file that cannot be read is a <see cref="RuleViolationException"/> that says why.
    /// </summary>
    public static IReadOnlyList<ImportColumn> Read(string path) => Look(path, new()).Columns;

    /// <summary>As <see cref="Read(string)"/>, with the rows that are left out under a map.</summary>
    public static ImportLook Look(string path, ImportMap map)
    {
        try
        {
            using CsvReader csv = CsvReader.Open(path, map.Reading());
            if (csv.Header.Count > MostColumns)
                throw new RuleViolationException("import.too-many-columns",
                    "The file has {0} columns; at most {1} can be mapped here.", "File", csv.Header.Count, MostColumns);
            List<ImportColumn> columns = Read(csv);
            return new(columns, csv.LeftOut, csv.ShortRows, csv.Sheets);
        }
        catch (CsvException broken)
        {
            throw broken.Error.Row is null ? broken.Error.AsRule("File")
                : new RuleViolationException(broken.Error.Code, "The file cannot be read. {0}", "File", broken.Error.ToString());
        }
    }

    /// <summary>Profiles of the columns of a file that is open.</summary>
    public static IReadOnlyList<ImportColumn> Look(CsvReader csv)
    {
        try { return Read(csv); }
        catch (CsvException broken) { throw broken.Error.AsRule("Upload"); }
    }

    private static List<ImportColumn> Read(CsvReader csv)
    {
        Dictionary<string, int>[] counts = [.. csv.Header.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        var empty = new int[counts.Length];
        int rows = 0;
        foreach (CsvRow row in csv)
        {
            if (rows++ == RowsLookedAt) break;
            for (int i = 0; i < counts.Length; i++)
            {
                string value = ShortText.Of(i < row.Count ? row.Text(i).Trim() : "", LongestValue);
                if (value.Length == 0) empty[i]++;
                else if (counts[i].TryGetValue(value, out int n)) counts[i][value] = n + 1;
                else if (counts[i].Count < DifferentAtMost) counts[i][value] = 1;
            }
        }
        if (rows == 0) throw new RuleViolationException("import.no-rows", "The file has a header and no rows.", "File");
        return
        [
            .. from column in csv.Header.Index()
               let values = counts[column.Index]
               select new ImportColumn(column.Item, MostFrequent(values), values.Count, empty[column.Index])
               {
                   Text = csv.Texts[column.Index],
               },
        ];
    }

    private static List<(string, int)> MostFrequent(Dictionary<string, int> values)
    {
        var sorted = values.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal);
        return [.. sorted.Take(ValuesKept).Select(v => (v.Key, v.Value))];
    }
}
