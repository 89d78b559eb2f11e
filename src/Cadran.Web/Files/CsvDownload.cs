using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Cadran.Web.Files;

/// <summary>Rows as a CSV file that spreadsheets open as it is: UTF-8 with its mark, and no cell that starts a formula.</summary>
public static class CsvDownload
{
    public static FileContentResult Of(IEnumerable<string[]> rows, string name)
    {
        var csv = new StringBuilder();
        foreach (string[] row in rows) csv.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
        string safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));
        return new(bytes, "text/csv; charset=utf-8") { FileDownloadName = safe };
    }

    private static string Cell(string text)
    {
        // A negative number is one, not a formula.
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
            text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
