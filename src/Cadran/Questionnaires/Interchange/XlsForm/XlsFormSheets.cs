using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Cadran.Questionnaires;

/// <summary>The sheets of a workbook, .xlsx or .xls, as texts.</summary>
internal static class XlsFormSheets
{
    static XlsFormSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<XlsFormSheet> Read(Stream stream)
    {
        try
        {
            using IExcelDataReader book = ExcelReaderFactory.CreateReader(stream, new() { LeaveOpen = true });
            var sheets = new List<XlsFormSheet>();
            do
            {
                // Guides and lists of the template are large, and nothing that is asked.
                if (book.Name.Trim().ToLowerInvariant() is "survey" or "choices" or "settings") sheets.Add(Sheet(book));
                else sheets.Add(new(book.Name.Trim(), [], []));
            }
            while (book.NextResult() && sheets.Count < 100);
            return sheets;
        }
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException
            or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException
            or OverflowException or IOException or NotSupportedException or InvalidCastException or OutOfMemoryException)
        {
            throw ImportLimits.Damaged("XLS");
        }
    }

    private static XlsFormSheet Sheet(IExcelDataReader book)
    {
        List<string> header = [];
        var rows = new List<(int, string[])>();
        // What a sheet says of its size the library believes, and makes room for: two thousand million rows in a file of thirty kilobytes.
        if (book.RowCount > ImportLimits.MostRowsOfASheet || book.FieldCount > ImportLimits.MostColumnsOfASheet)
            throw ImportLimits.Damaged("XLS");
        int width = Math.Min(book.FieldCount, ImportLimits.MaxColumns);
        for (int number = 1; book.Read() && number <= ImportLimits.MaxRows; number++)
        {
            string[] cells = new string[width];
            for (int i = 0; i < width; i++) cells[i] = Cell(i < book.FieldCount ? book.GetValue(i) : null);
            if (cells.All(c => c.Length == 0)) continue;
            if (header.Count == 0) header = [.. cells.Select(Column)];
            else rows.Add((number, cells));
        }
        return new(book.Name.Trim().ToLowerInvariant(), header, rows);
    }

    /// <summary>Names of columns have several spellings.</summary>
    private static string Column(string written)
    {
        string name = written.Trim();
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string start = (colon < 0 ? name : name[..colon]).Trim().ToLowerInvariant().Replace(' ', '_');
        start = start switch
        {
            "command" => "type",
            "tag" or "value" => "name",
            "caption" => "label",
            "relevance" => "relevant",
            "calculate" => "calculation",
            "list" => "list_name",
            "requiredmsg" => "required_message",
            "id_string" => "form_id",
            "title" => "form_title",
            "constraint_msg" => "constraint_message",
            "readonly" => "read_only",
            _ => start,
        };
        return colon < 0 ? start : start + name[colon..].Trim();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
