using System.Text;

namespace Cadran.Csv;

/// <summary>What the first bytes say about a file: another format, another width of character, or no text at all.</summary>
internal static class CsvSniff
{
    /// <summary>
    /// UTF-16 by its mark, or by the zero that every other byte is in the text of most languages; the length of the mark.
    /// </summary>
    public static (Encoding Encoding, int Mark)? Utf16(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith<byte>([0xFF, 0xFE])) return (Encoding.Unicode, 2);
        if (sample.StartsWith<byte>([0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 2);
        int even = 0, odd = 0, pairs = Math.Min(sample.Length, 2000) / 2;
        for (int i = 0; i < pairs; i++)
        {
            if (sample[2 * i] == 0) even++;
            if (sample[2 * i + 1] == 0) odd++;
        }
        // Text, not padding: the other byte is hardly ever zero.
        if (pairs < 4 || Math.Max(even, odd) * 10 < pairs * 7 || Math.Min(even, odd) * 50 > pairs) return null;
        return odd > even ? (Encoding.Unicode, 0) : (Encoding.BigEndianUnicode, 0);
    }

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
