namespace Cadran.Csv;

/// <summary>How a file is read and how much of it. The limits keep memory flat and hostile files short.</summary>
public readonly record struct CsvOptions()
{
    /// <summary>
    /// The file is somebody's survey, made by people and tools: a column without a name or with another's is called by its place, cells
    /// left out at the end of a row are empty, and rows that are about nobody are left out and counted (<see cref="RowReason"/>).
    /// Otherwise the file has a form that its maker and its reader agreed on, and what departs from it is said.
    /// </summary>
    public bool Survey { get; init; }

    /// <summary>Codes of the <see cref="RowReason"/>s whose rows are kept all the same.</summary>
    public IReadOnlySet<string> Keep { get; init; } = new HashSet<string>();

    /// <summary>Comma, semicolon or tab; null takes it from a first line “sep=;” or detects it.</summary>
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
