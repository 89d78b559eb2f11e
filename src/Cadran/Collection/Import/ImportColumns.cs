using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>What a column of a file looks like, from its first rows.</summary>
/// <param name="Values">Different values with their counts, most frequent first; at most <see cref="ImportColumns.ValuesKept"/>.</param>
/// <param name="Different">How many different values there were; counting stops at <see cref="ImportColumns.DifferentAtMost"/>.</param>
/// <param name="Empty">Rows without a value.</param>
public sealed record ImportColumn(string Name, IReadOnlyList<(string Value, int Count)> Values, int Different, int Empty)
{
    /// <summary>The values as whole numbers, or null when one of them is something else ("NA" and the like aside).</summary>
    public IReadOnlyList<int>? Numbers
    {
        get
        {
            var numbers = new List<int>();
            foreach (var (value, _) in Values)
            {
                if (ImportColumns.MissingWords.Contains(value)) continue;
                if (!int.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int number)) return null;
                numbers.Add(number);
            }
            return numbers;
        }
    }

    /// <summary>Looks like ratings from 1 to 5, perhaps with codes for no answer.</summary>
    public bool LooksLikeRating => Different <= 10 && Numbers is { Count: >= 2 } n && n.All(v => v is >= 0 and <= 5 or 8 or 9 or 88 or 98 or 99) && n.Count(v => v is >= 1 and <= 5) >= 3;
}

/// <summary>Looks at a file before anybody maps it.</summary>
public static class ImportColumns
{
    public const int RowsLookedAt = 5000;
    public const int ValuesKept = 20;
    public const int DifferentAtMost = 1000;

    /// <summary>More columns than this cannot be mapped on a page; the command takes them.</summary>
    public const int MostColumns = 600;

    internal static readonly HashSet<string> MissingWords = new(StringComparer.OrdinalIgnoreCase) { "NA", "N/A", "NULL", "NONE", "." };

    /// <summary>Profiles of the named columns. A file that cannot be read is a <see cref="RuleViolationException"/> that says why.</summary>
    public static IReadOnlyList<ImportColumn> Read(string path)
    {
        try
        {
            using CsvReader csv = CsvReader.Open(path, new CsvOptions { RaggedRows = RaggedRows.Deliver });
            if (csv.Header.Count > MostColumns) throw new RuleViolationException("import.too-many-columns", "The file has {0} columns; at most {1} can be mapped here.", "File", csv.Header.Count, MostColumns);
            return Read(csv);
        }
        catch (CsvException broken)
        {
            throw broken.Error.Row is null ? broken.Error.AsRule("File")
                : new RuleViolationException(broken.Error.Code, "The file cannot be read. {0}", "File", broken.Error.ToString());
        }
    }

    private static List<ImportColumn> Read(CsvReader csv)
    {
        var counts = csv.Header.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        var empty = new int[counts.Length];
        int rows = 0;
        foreach (CsvRow row in csv)
        {
            if (rows++ == RowsLookedAt) break;
            for (int i = 0; i < counts.Length; i++)
            {
                string value = i < row.Count ? row.Text(i).Trim() : "";
                if (value.Length == 0) { empty[i]++; continue; }
                if (value.Length > 80) value = value[..80] + "…";
                if (counts[i].TryGetValue(value, out int n)) counts[i][value] = n + 1;
                else if (counts[i].Count < DifferentAtMost) counts[i][value] = 1;
            }
        }
        if (rows == 0) throw new RuleViolationException("import.no-rows", "The file has a header and no rows.", "File");
        return
        [
            .. csv.Header.Select((name, i) => new ImportColumn(name, [.. counts[i].OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Take(ValuesKept).Select(v => (v.Key, v.Value))], counts[i].Count, empty[i]))
                .Where(column => column.Name.Length > 0),
        ];
    }
}
