namespace Cadran.Csv;

/// <summary>
/// Reads a CSV file of any size in a fixed amount of memory, without trusting it.
/// <code>
/// using var csv = CsvReader.Open("answers.csv.gz");          // throws CsvException: what is wrong, and where
/// int rating = csv.Column("rating");                         // by header; throws when it is absent
/// foreach (CsvRow row in csv)
///     if (!row.TryDouble(rating, out double value))
///         errors.Add(row.Error(rating, "not-a-number", "“{0}” is not a number.", row.Text(rating)));
/// </code>
/// The dialect is RFC 4180, with comma, semicolon or tab and any line end; UTF-8, UTF-16 or Windows-1252; plain or gzip; the first sheet of
/// a workbook is read as if it were saved so. Beyond the RFC, a quote inside an unquoted cell is text, and blank lines are skipped.
/// A survey's file (<see cref="CsvOptions.Survey"/>) may depart from it as people's files do.
/// </summary>
public sealed partial class CsvReader : IDisposable
{
    private readonly CsvSource source;
    private readonly CsvOptions options;
    private readonly CsvLayout? layout;
    private readonly CsvTokenizer tokenizer;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<RowReason, (long Rows, long First)> leftOut = [];
    private int secondHeaders;

    private CsvReader(CsvSource source, CsvOptions options, CsvLayout? layout)
    {
        (this.source, this.options, this.layout) = (source, options, layout);
        tokenizer = new CsvTokenizer(source, options);
        secondHeaders = layout?.SecondHeaders ?? 0;
        Header = layout is null ? ReadHeader() : TakeHeader(layout);
    }

    /// <summary>
    /// Column names, trimmed. A column without a name has an empty one; in a survey's file every column has a name of its own.
    /// </summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>What a second header row says of each column; empty where it says nothing.</summary>
    public IReadOnlyList<string> Texts => layout?.Texts ?? [.. Header.Select(_ => "")];
    public char Delimiter => (char)tokenizer.Delimiter;

    /// <summary>Names of the sheets of a workbook, the one that is read first; empty for any other file.</summary>
    public IReadOnlyList<string> Sheets { get; private init; } = [];

    /// <summary>Rows left out so far, by reason.</summary>
    public IReadOnlyList<RowsLeftOut> LeftOut =>
        [.. RowReason.All.Where(leftOut.ContainsKey).Select(r => new RowsLeftOut(r.Code, leftOut[r].Rows, leftOut[r].First))];

    /// <summary>Rows so far whose last cells were left out, and read as empty.</summary>
    public long ShortRows { get; private set; }

    /// <summary>Bytes taken from the file so far and its size, for a progress bar; the size is 0 when unknown.</summary>
    public (long Done, long Total) Progress => (source.RawRead, source.RawLength);

    internal long RowNumber => tokenizer.Row;
    internal long LineNumber => tokenizer.Line;
    internal int CellCount => tokenizer.Count;
    internal CsvError? RowProblem { get; private set; }

    public static CsvReader Open(string path, CsvOptions? options = null) =>
        Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1), options);

    /// <summary>Reads from a stream, which is closed with the reader. A survey's file is looked at first: its stream can seek.</summary>
    public static CsvReader Open(Stream stream, CsvOptions? options = null)
    {
        CsvOptions chosen = options ?? new CsvOptions();
        Stream open = stream;
        try
        {
            Workbook? workbook = Workbook.Of(stream, chosen);
            if (workbook is not null) (open, chosen) = (workbook.Text, chosen with { Delimiter = ',', Encoding = CsvEncoding.Utf8 });
            CsvLayout? layout = null;
            if (chosen.Survey && open.CanSeek)
            {
                layout = CsvLayoutReader.Look(open, chosen);
                open.Position = 0;
            }
            return new CsvReader(new CsvSource(open, chosen), chosen, layout) { Sheets = workbook?.Sheets ?? [] };
        }
        catch
        {
            open.Dispose();
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Position of a column; throws a <see cref="CsvException"/> naming it when the header has no such column.</summary>
    public int Column(string name) => TryColumn(name, out int column) ? column
        : throw new CsvException("csv.missing-column", "The file has no column “{0}”. Its columns are: {1}.", name,
            string.Join(", ", Header.Take(30)) + (Header.Count > 30 ? ", …" : ""));

    /// <exception cref="CsvException">Several columns have the name.</exception>
    public bool TryColumn(string name, out int column)
    {
        if (columns.TryGetValue(name, out column)) return true;
        if (layout?.Repeated.TryGetValue(name, out (int First, int Second) same) == true)
            throw new CsvException(new CsvError("csv.duplicate-header",
                "Columns {0} and {1} have the same name. Call the one that is meant “{2}” or “{3}”.",
                [same.First + 1, same.Second + 1, Header[same.First], Header[same.Second]], layout.HeaderRow, null, same.Second + 1, name));
        return false;
    }

    public Enumerator GetEnumerator() => new(this);

    public void Dispose() => source.Dispose();

    internal ReadOnlySpan<byte> Cell(int column) => tokenizer.Cell(column);

    private List<string> ReadHeader()
    {
        bool found = tokenizer.Next();
        var names = new List<string>(tokenizer.Count);
        for (int i = 0; found && i < tokenizer.Count; i++)
        {
            string name = System.Text.Encoding.UTF8.GetString(tokenizer.Cell(i)).Trim();
            names.Add(name);
            if (name.Length > 0 && !columns.TryAdd(name, i))
                throw new CsvException(new CsvError("csv.duplicate-header", "Columns {0} and {1} have the same name.",
                    [columns[name] + 1, i + 1], 1, tokenizer.Line, i + 1, name));
        }
        // A first row without a single name is no header: what follows could not be told apart.
        if (names.TrueForAll(name => name.Length == 0)) throw new CsvException("csv.empty", "The file is empty.");
        return names;
    }

    private List<string> TakeHeader(CsvLayout layout)
    {
        while (tokenizer.Next() && tokenizer.Row < layout.HeaderRow) Leave(IsBlank() ? RowReason.Empty : RowReason.Title);
        for (int i = 0; i < layout.Names.Count; i++) columns.TryAdd(layout.Names[i], i);
        return [.. layout.Names];
    }

    public readonly ref struct Enumerator(CsvReader reader)
    {
        public CsvRow Current => new(reader);

        public bool MoveNext() => reader.Next();
    }
}
