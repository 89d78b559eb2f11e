using System.Runtime.CompilerServices;

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
/// The dialect is RFC 4180, with comma, semicolon or tab and any line end; UTF-8, UTF-16 or Windows-1252; plain or gzip.
/// Beyond the RFC, a quote inside an unquoted cell is text, and blank lines are skipped.
/// </summary>
public sealed class CsvReader : IDisposable
{
    private readonly CsvSource source;
    private readonly CsvOptions options;
    private readonly CsvTokenizer tokenizer;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private CsvReader(CsvSource source, CsvOptions options)
    {
        this.source = source;
        this.options = options;
        tokenizer = new CsvTokenizer(source, options);
        Header = ReadHeader();
    }

    /// <summary>Column names, trimmed. A column without a name has an empty one.</summary>
    public IReadOnlyList<string> Header { get; }
    public char Delimiter => (char)tokenizer.Delimiter;

    /// <summary>Bytes taken from the file so far and its size, for a progress bar; the size is 0 when unknown.</summary>
    public (long Done, long Total) Progress => (source.RawRead, source.RawLength);

    internal long RowNumber => tokenizer.Row;
    internal long LineNumber => tokenizer.Line;
    internal int CellCount => tokenizer.Count;
    internal CsvError? RowProblem { get; private set; }

    public static CsvReader Open(string path, CsvOptions? options = null) =>
        Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1), options);

    /// <summary>Reads from a stream, which is closed with the reader.</summary>
    public static CsvReader Open(Stream stream, CsvOptions? options = null)
    {
        CsvOptions chosen = options ?? new CsvOptions();
        try
        {
            return new CsvReader(new CsvSource(stream, chosen), chosen);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Position of a column; throws a <see cref="CsvException"/> naming it when the header has no such column.</summary>
    public int Column(string name) => TryColumn(name, out int column) ? column
        : throw new CsvException("csv.missing-column", "The file has no column “{0}”. Its columns are: {1}.", name,
            string.Join(", ", Header.Take(30)) + (Header.Count > 30 ? ", …" : ""));

    public bool TryColumn(string name, out int column) => columns.TryGetValue(name, out column);

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

    private bool Next()
    {
        do
        {
            if (!tokenizer.Next()) return false;
        }
        while (tokenizer.Count == 1 && Header.Count > 1 && tokenizer.Cell(0).IsEmpty);
        if (tokenizer.Row - 1 > options.MaxRows)
            throw tokenizer.Fail("csv.too-many-rows", "The file has more than {0} rows.", null, options.MaxRows);
        RowProblem = tokenizer.Count == Header.Count ? null : Ragged();
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CsvError Ragged()
    {
        var problem =
            new CsvError("csv.ragged", "The row has {0} cells, the header has {1}.", [tokenizer.Count, Header.Count], RowNumber,
                LineNumber);
        return options.RaggedRows == RaggedRows.Deliver ? problem : throw new CsvException(problem);
    }

    public readonly ref struct Enumerator(CsvReader reader)
    {
        public CsvRow Current => new(reader);

        public bool MoveNext() => reader.Next();
    }
}
