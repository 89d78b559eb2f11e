namespace Cadran.Csv;

/// <summary>How a file is read and how much of it. The limits keep memory flat and hostile files short.</summary>
public readonly record struct CsvOptions()
{
    /// <summary>Comma, semicolon or tab; null detects it.</summary>
    public char? Delimiter { get; init; }
    public CsvEncoding Encoding { get; init; } = CsvEncoding.Detect;
    public RaggedRows RaggedRows { get; init; } = RaggedRows.Refuse;

    /// <summary>Bytes of text, after decompression.</summary>
    public long MaxBytes { get; init; } = 1_000_000_000;

    /// <summary>Decompressed over compressed size. Real tables stay below 60; what compresses a hundred times is padding.</summary>
    public int MaxCompressionRatio { get; init; } = 200;
    public int MaxColumns { get; init; } = 10_000;
    public long MaxRows { get; init; } = 50_000_000;
    public int MaxCellBytes { get; init; } = 1_000_000;
    public int MaxRowBytes { get; init; } = 16_000_000;
}
