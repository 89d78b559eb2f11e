using System.Text;

namespace Cadran.Csv;

/// <summary>What the first bytes say about a file: another format, another width of character, or no text at all.</summary>
internal static class CsvSniff
{
    public static Encoding? Utf16(ReadOnlySpan<byte> sample) =>
        sample.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode : sample.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode : null;

    public static CsvException? Refusal(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith("PK\u0003\u0004"u8) || sample.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return new CsvException("csv.spreadsheet", "This is a spreadsheet or an archive, not a CSV file. Open it and save it as CSV.");
        if (sample.StartsWith("%PDF"u8)) return Binary();
        int controls = 0;
        foreach (byte b in sample)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r')) controls++;
        // One stray control character is a damaged cell, which is reported where it is; many are another kind of file.
        return controls > 8 && controls * 100 > sample.Length ? Binary() : null;
    }

    private static CsvException Binary() => new("csv.binary", "This is not a text file.");
}
