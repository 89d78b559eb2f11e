using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Cadran.Csv;

/// <summary>
/// The first sheet of an XLSX workbook with a cell in it, as the CSV that a spreadsheet would save: row for row, values as they are and not
/// as they are formatted. It lies in a file that only this account can read and that is gone with the stream.
/// </summary>
internal sealed class Workbook
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    // The library asks for it, whatever the file is written in.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Workbook(Stream text, IReadOnlyList<string> sheets) => (Text, Sheets) = (text, sheets);

    public Stream Text { get; }

    /// <summary>The sheet that is read, then the others.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>Null when the stream is no archive; refused when it is one, and no workbook.</summary>
    public static Workbook? Of(Stream stream, CsvOptions options)
    {
        if (!stream.CanSeek) return null;
        Span<byte> magic = stackalloc byte[4];
        int got = stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        stream.Position = 0;
        // An archive ends with 22 bytes at least; what is shorter is none, and some streams cannot be searched for its end.
        if (stream.Length < 22 || got < 4 || !magic.SequenceEqual(Zip) || !IsWorkbook(stream, options)) return null;
        FileStream text = Private();
        try
        {
            using IExcelDataReader book = ExcelReaderFactory.CreateOpenXmlReader(stream, new() { LeaveOpen = true });
            IReadOnlyList<string> sheets = Write(book, text, options);
            text.Position = 0;
            stream.Dispose();
            return new(text, sheets);
        }
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or System.Xml.XmlException
            or FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException
            or KeyNotFoundException or OverflowException)
        {
            text.Dispose();
            throw new CsvException("csv.workbook", "The workbook is damaged and cannot be read. Open it and save it again.");
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    /// <summary>An archive with the parts of a workbook, not larger unpacked than a file may be.</summary>
    private static bool IsWorkbook(Stream stream, CsvOptions options)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("xl/workbook.xml") is null) return false;
            long unpacked = archive.Entries.Sum(e => e.Length);
            if (unpacked > options.MaxBytes)
                throw new CsvException("csv.too-large", "The file holds more than {0} MB of text.", options.MaxBytes / 1_000_000);
            if (unpacked > 10_000_000 && unpacked / Math.Max(1, stream.Length) > options.MaxCompressionRatio)
                throw new CsvException("csv.compression-bomb",
                    "The compressed file would grow more than {0} times: it is not a table.", options.MaxCompressionRatio);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static List<string> Write(IExcelDataReader book, Stream to, CsvOptions options)
    {
        var names = new List<string>();
        using var text = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        bool written = false;
        do
        {
            bool any = !written && book.VisibleState == "visible" && WriteSheet(book, text, options);
            if (any) names.Insert(0, book.Name);
            else names.Add(book.Name);
            written |= any;
        }
        while (book.NextResult());
        return names;
    }

    private static bool WriteSheet(IExcelDataReader book, TextWriter text, CsvOptions options)
    {
        if (book.FieldCount > options.MaxColumns)
            throw new CsvException("csv.too-many-columns", "The row has more than {0} columns.", options.MaxColumns);
        bool any = false;
        while (book.Read())
        {
            for (int i = 0; i < book.FieldCount; i++)
            {
                if (i > 0) text.Write(',');
                string cell = Cell(book.GetValue(i));
                any |= cell.Length > 0;
                text.Write(cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
            }
            text.WriteLine();
        }
        return any;
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => text.Replace("\0", "", StringComparison.Ordinal),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static FileStream Private()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
