using System.Globalization;
using System.Text;

namespace Cadran.Csv;

/// <summary>
/// Writes CSV that people open in a spreadsheet: UTF-8 with a byte order mark, comma, CRLF. Text that a spreadsheet would take for a
/// formula is preceded by an apostrophe; numbers are written with a point and never guarded.
/// </summary>
public sealed class CsvWriter(TextWriter to)
{
    /// <summary>The whole file, for tables that fit in memory.</summary>
    public static byte[] Write(Action<CsvWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        write(new CsvWriter(text));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public void Row(params ReadOnlySpan<object?> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) to.Write(',');
            to.Write(Cell(cells[i]));
        }
        to.Write("\r\n");
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(Guarded(text)),
        IFormattable number => Quoted(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Quoted(Guarded(value.ToString() ?? "")),
    };

    private static string Guarded(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(',', '"', '\n') || text.Contains('\r', StringComparison.Ordinal)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
