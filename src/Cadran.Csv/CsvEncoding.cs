namespace Cadran.Csv;

public enum CsvEncoding
{
    /// <summary>UTF-8 or UTF-16 by byte order mark; else UTF-8 until a byte disproves it, then Windows-1252.</summary>
    Detect,
    Utf8,
    Windows1252,
}
