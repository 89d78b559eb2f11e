using System.Globalization;
using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>Reads the cells of one inventory file by column name and notes what is wrong with them.</summary>
internal sealed class InventoryCells(InventoryPart part, Findings findings, InventoryLayout layout)
{
    private static readonly string[] Nothing = ["ND", "NA"];

    private string subject = "";

    /// <summary>The file is one of 2016 to 2020.</summary>
    public bool IsOlder => layout.IsOlder;

    /// <summary>Such a file names its departments and gives no codes.</summary>
    public bool NamesDepartments => layout.NamesDepartments;

    public bool Has(string column) => layout.Has(column);

    /// <summary>Starts a row. Whether it was rejected is asked at its end.</summary>
    public void Start(CsvRow row)
    {
        Rejected = false;
        subject = "";
        foreach (string column in part.NumberColumns) subject += (subject.Length == 0 ? "" : " / ") + Get(row, column);
        subject = ShortText.Of(subject);
    }

    public bool Rejected { get; private set; }

    public string Get(CsvRow row, string column) => layout.Text(row, column);

    public string? Optional(CsvRow row, string column) => Get(row, column) is { Length: > 0 } text ? text : null;

    public string Need(CsvRow row, string column, int maxLength)
    {
        string text = Get(row, column);
        if (text.Length == 0) Find(row, "missing-value", column);
        Limit(row, column, text, maxLength);
        return text;
    }

    /// <summary>A text in both languages from the columns <c>name_en</c> and <c>name_fr</c>.</summary>
    public LocalText Both(CsvRow row, string column, int maxLength = 20_000)
    {
        var text = new LocalText(Said(row, column + "_en"), Said(row, column + "_fr"));
        if (text.Missing() is { } missing) Find(row, "one-language", $"{column}_{missing}");
        foreach (string language in (string[])["en", "fr"])
        {
            string own = text.Exactly(language);
            Limit(row, $"{column}_{language}", own, maxLength);
            if (DoubleEncoding.Sign(own) is { } sign) Find(row, "double-encoded", $"{column}_{language}", sign);
        }
        return text;
    }

    /// <summary>As <see cref="Both"/>; a finding when neither language has it.</summary>
    public LocalText NeedBoth(CsvRow row, string column, int maxLength = 20_000)
    {
        LocalText text = Both(row, column, maxLength);
        if (text == LocalText.Empty) Find(row, "missing-value", column + "_en");
        return text;
    }

    public IReadOnlyList<string> Codes(CsvRow row, string column, IReadOnlyCollection<string> known)
    {
        string[] codes = Get(row, column).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (IsOlder) return [.. codes.Select(OlderCodes.Of).Distinct()];
        foreach (string code in codes) Know(row, column, code, known);
        return codes;
    }

    /// <summary>Tells of a code that is not known; those of older files were known then.</summary>
    public void Know(CsvRow row, string column, string code, IReadOnlyCollection<string> known)
    {
        if (!IsOlder && code.Length > 0 && !known.Contains(code)) Find(row, "unknown-code", column, ShortText.Of(code));
    }

    /// <summary>As <see cref="Count"/>; null also for ND, which is no data, and NA, which does not apply.</summary>
    public long? CountIfKnown(CsvRow row, string column) => Nothing.Contains(Get(row, column)) ? null : Count(row, column);

    // Older files write that there is no text.
    private string Said(CsvRow row, string column) => Get(row, column) is var text && IsOlder && Nothing.Contains(text) ? "" : text;

    /// <summary>A whole number; null when blank. Anything else is a finding.</summary>
    public long? Count(CsvRow row, string column)
    {
        string text = Get(row, column);
        if (text.Length == 0) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long count) && count >= 0) return count;
        Find(row, "not-a-number", column, ShortText.Of(text));
        return null;
    }

    public void Find(CsvRow row, string code, string column, params string[] args) =>
        Rejected |= findings.Add(part, row.Number, row.Line, subject, new Remark(code, column, args)).Rejects;

    private void Limit(CsvRow row, string column, string text, int maxLength)
    {
        if (text.Length > maxLength) Find(row, "too-long", column, Written(text.Length), Written(maxLength));
    }

    public static string Written(long count) => count.ToString(CultureInfo.InvariantCulture);
}
