using System.Globalization;
using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>The rows of the files given, and what is wrong with them so far. Which file is which is read from its header.</summary>
internal sealed class InventoryReading(InventoryParts parts, Findings findings)
{
    private readonly Dictionary<InventoryPart, ReadFile> files = [];
    private readonly HashSet<string> shared = [];

    /// <summary>In the order in which parts are applied.</summary>
    public IEnumerable<ReadFile> Files => parts.All.Where(files.ContainsKey).Select(p => files[p]);

    /// <summary>Reads one file.</summary>
    /// <exception cref="CsvException">It cannot be read.</exception>
    /// <exception cref="RuleViolationException">It is not of the inventory, or the second of its kind.</exception>
    public void Read(GivenFile given)
    {
        using CsvReader csv = InventoryParts.Open(given);
        InventoryPart part = parts.Recognise(csv, given.Name);
        if (files.ContainsKey(part)) throw part.GivenTwice();
        part.Require(csv);
        var cells = new InventoryCells(part, findings, InventoryLayout.Of(csv, part, shared));
        var seen = new Dictionary<string, InventoryRow>();
        var accepted = new List<InventoryRow>();
        int read = 0;
        foreach (CsvRow row in csv)
        {
            // Spreadsheets leave rows of separators where rows were emptied.
            if (row.IsBlank || IsStamp(row)) continue;
            read++;
            cells.Start(row);
            if (row.Problem is not null)
                cells.Find(row, "ragged-row", "", InventoryCells.Written(row.Count), InventoryCells.Written(csv.Header.Count));
            else if (part.Read(row, cells) is var one && !cells.Rejected)
                if (seen.TryAdd(one.Identity, one)) accepted.Add(one);
                else FindDuplicate(row, one, seen[one.Identity], part, cells);
        }
        files[part] = new ReadFile(part, given.Name, read, accepted);
        // A file of several years reports each of them in its own right.
        if (!cells.IsOlder) FindYearsOutOfScope(files[part]);
    }

    /// <summary>Looks for numbers that several departments have, in files that say departments by name: before any file is read.</summary>
    public void LookForSharedNumbers(IEnumerable<GivenFile> given)
    {
        var departments = new Dictionary<string, string>();
        foreach (GivenFile file in given)
        {
            using CsvReader csv = InventoryParts.Open(file);
            var layout = InventoryLayout.Of(csv, parts.Recognise(csv, file.Name));
            if (!layout.IsOlder || !layout.NamesDepartments) continue;
            foreach (CsvRow row in csv)
                if (layout.OwnNumber(row) is { Length: > 0 } number && layout.Text(row, "owner_org") is { Length: > 0 } department
                    && !departments.TryAdd(number, department) && departments[number] != department) shared.Add(number);
        }
    }

    /// <summary>A lone time, as some releases write it under their last row: when the file was made.</summary>
    private static bool IsStamp(CsvRow row) => row.Count == 1
        && DateTime.TryParse(row.Text(0), CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static void FindDuplicate(CsvRow row, InventoryRow second, InventoryRow first, InventoryPart part, InventoryCells cells)
    {
        foreach ((string column, (string again, string before)) in part.NumberColumns.Zip(second.Numbers.Zip(first.Numbers)))
            if (again != before)
                cells.Find(row, "number-written-otherwise", column, ShortText.Of(again), ShortText.Of(before));
        cells.Find(row, "duplicate-row", part.NumberColumns[^1], InventoryCells.Written(first.Row));
    }

    /// <summary>A row of a later year than most of its file: the period it reports is not over.</summary>
    private void FindYearsOutOfScope(ReadFile file)
    {
        foreach (InventoryRow row in file.Accepted.Where(r => string.CompareOrdinal(r.FiscalYear, file.FiscalYear) > 0))
            findings.Add(file.Part, row, new Remark("fiscal-year-out-of-scope", "fiscal_yr", [row.FiscalYear, file.FiscalYear!]));
    }
}
