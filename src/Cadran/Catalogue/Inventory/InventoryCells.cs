using System.Globalization;
using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>Reads the cells of one inventory file by column name and notes what is wrong with them.</summary>
internal sealed class InventoryCells(CsvReader csv, InventoryFile file, List<Finding> findings)
{
    private readonly Dictionary<string, int> columns = csv.Header.Select((name, i) => (name, i)).Where(c => c.name.Length > 0).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
    private bool rejected;

    /// <summary>Number of what the current row is about, for its findings.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Starts a row. Whether it was rejected is asked at its end.</summary>
    public void Start() => (rejected, Subject) = (false, "");

    public bool Rejected => rejected;

    public bool Has(string column) => columns.ContainsKey(column);

    public string Get(CsvRow row, string column) => columns.TryGetValue(column, out int at) ? row.Text(at).Trim() : "";

    public string Need(CsvRow row, string column, int maxLength)
    {
        string text = Get(row, column);
        if (text.Length == 0) Find(row, "missing-value", column);
        if (text.Length > maxLength) Find(row, "too-long", column, text.Length.ToString(CultureInfo.InvariantCulture), maxLength.ToString(CultureInfo.InvariantCulture));
        return text;
    }

    /// <summary>A text in both languages from the columns <c>name_en</c> and <c>name_fr</c>.</summary>
    public LocalText Both(CsvRow row, string column, int maxLength = 20_000)
    {
        var text = new LocalText(Get(row, column + "_en"), Get(row, column + "_fr"));
        if (text.En.Length == 0 != (text.Fr.Length == 0)) Find(row, "one-language", column + (text.En.Length == 0 ? "_en" : "_fr"));
        foreach (string language in (string[])["en", "fr"])
        {
            string own = text.Exactly(language);
            if (own.Length > maxLength) Find(row, "too-long", $"{column}_{language}", own.Length.ToString(CultureInfo.InvariantCulture), maxLength.ToString(CultureInfo.InvariantCulture));
            if (DoubleEncoding.Sign(own) is { } sign) Find(row, "double-encoded", $"{column}_{language}", sign);
        }
        return text;
    }

    public IReadOnlyList<string> Codes(CsvRow row, string column, IReadOnlyCollection<string> known)
    {
        string[] codes = Get(row, column).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string code in codes.Where(c => !known.Contains(c))) Find(row, "unknown-code", column, ShortText.Of(code));
        return codes;
    }

    /// <summary>A whole number; null when blank. Anything else is a finding.</summary>
    public long? Count(CsvRow row, string column)
    {
        string text = Get(row, column);
        if (text.Length == 0) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long count) && count >= 0) return count;
        Find(row, "not-a-number", column, ShortText.Of(text));
        return null;
    }

    public void Find(CsvRow row, string code, string column, params string[] args)
    {
        findings.Add(new Finding(code, file, row.Number, row.Line, Subject, column, args));
        rejected |= QualityRules.Find(code).Rejects;
    }

    /// <summary>Tells when a number that was met before is written in another way.</summary>
    public void FindWriting(CsvRow row, string column, string written, string first)
    {
        if (written != first) Find(row, "number-written-otherwise", column, ShortText.Of(written), ShortText.Of(first));
    }
}
