using System.Security.Cryptography;
using System.Text;
using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>
/// Where the columns of the inventory stand in one file. Files of 2016 to 2020 call them otherwise, number services within each department,
/// and some name the department instead of giving its code; they are read as if they were written today.
/// </summary>
internal sealed class InventoryLayout
{
    private const int LongestCode = 40, Hashed = 8;

    private readonly Dictionary<string, int> columns;
    private readonly IReadOnlySet<string> shared;

    private InventoryLayout(Dictionary<string, int> columns, bool isOlder, bool numbersPerDepartment, IReadOnlySet<string> shared)
    {
        (this.columns, this.shared) = (columns, shared);
        (IsOlder, NumbersPerDepartment) = (isOlder, numbersPerDepartment);
        NamesDepartments = !columns.ContainsKey("owner_org") && columns.ContainsKey("department_name_en");
    }

    /// <summary>The file has names of columns that are no longer used.</summary>
    public bool IsOlder { get; }

    /// <summary>Every department counts its services from one: a number says nothing without its department.</summary>
    private bool NumbersPerDepartment { get; }

    /// <summary>The file names departments and gives no codes.</summary>
    public bool NamesDepartments { get; }

    /// <param name="shared">
    /// Numbers that several departments have in the files of the import, where numbers usually are one's alone.
    /// </param>
    public static InventoryLayout Of(CsvReader csv, InventoryPart part, IReadOnlySet<string>? shared = null)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        bool older = false;
        foreach (var (at, name) in csv.Header.Index())
            if (name.Length > 0) columns.TryAdd(name, at);
        foreach (var (old, today) in part.OlderNames)
            if (columns.TryGetValue(old, out int at) && columns.TryAdd(today, at)) older = true;
        bool perDepartment = older && columns.ContainsKey("owner_org") && part.CountsPerDepartment(columns.ContainsKey);
        return new(columns, older, perDepartment, shared ?? new HashSet<string>());
    }

    public bool Has(string column) => columns.ContainsKey(column)
        || (NamesDepartments && column is "owner_org" or "owner_org_title");

    /// <summary>What stands in a column of today, trimmed; empty without one.</summary>
    public string Text(CsvRow row, string column)
    {
        if (NamesDepartments && column is "owner_org" or "owner_org_title") return Department(row, column);
        string text = columns.TryGetValue(column, out int at) ? row.Text(at).Trim() : "";
        if (column != "service_id" || !IsOlder || text.Length == 0) return text;
        return NumbersPerDepartment || shared.Contains(InventoryNumber.Key(text)) ? $"{Text(row, "owner_org")}/{text}" : text;
    }

    /// <summary>The number as the file has it.</summary>
    public string OwnNumber(CsvRow row) => columns.TryGetValue("service_id", out int at) ? InventoryNumber.Key(row.Text(at)) : "";

    private string Department(CsvRow row, string column)
    {
        string english = row.Text(columns["department_name_en"]).Trim();
        if (column == "owner_org") return CodeOf(english);
        string french = columns.TryGetValue("department_name_fr", out int at) ? row.Text(at).Trim() : "";
        return french.Length == 0 ? english : $"{english} | {french}";
    }

    /// <summary>A code for an organisation that a file only names: the same for the same name, whenever it comes.</summary>
    public static string CodeOf(string name)
    {
        string slug = string.Join('-', string.Concat(FoldedText.Of(name).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (slug.Length <= LongestCode) return slug;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(slug)))[..Hashed];
        return $"{slug[..(LongestCode - Hashed - 1)].TrimEnd('-')}-{hash}";
    }
}
