using System.Buffers;
using System.Runtime.CompilerServices;

namespace Cadran.Csv;

/// <summary>
/// Cuts the bytes into rows and cells. The buffer holds at least one whole row; what precedes it has been forgotten.
/// A row that is not complete yet is parsed again from its start once more bytes are there, so nothing is changed in the buffer before it
/// is complete.
/// </summary>
// A file is over before the runtime would have noticed these loops: they are compiled for speed at once.
internal sealed class CsvTokenizer
{
    private const byte Quote = (byte)'"';

    private readonly CsvSource source;
    private readonly CsvOptions options;
    private readonly SearchValues<byte> stops;
    private readonly bool[] stop = new bool[256];
    private byte[] buffer = new byte[1 << 18];
    private int start, end, next;
    private bool ended, quotes;
    private readonly CsvCells cells = new();
    private long nextLine = 1;

    public CsvTokenizer(CsvSource source, CsvOptions options)
    {
        this.source = source;
        this.options = options;
        Fill();
        Delimiter = options.Delimiter is { } given ? (byte)given : (byte)0;
        if (Delimiter == 0 && CsvDialect.Said(buffer.AsSpan(0, end)) is { } said)
        {
            // The line is for programs: a spreadsheet does not count it as a row.
            (Delimiter, next) = said;
            nextLine++;
        }
        if (Delimiter == 0) Delimiter = CsvDialect.Delimiter(buffer.AsSpan(0, end));
        stops = SearchValues.Create([Delimiter, (byte)'\n', (byte)'\r', 0]);
        stop[Delimiter] = stop['\n'] = stop['\r'] = stop[0] = true;
    }

    public byte Delimiter { get; }
    public long Row { get; private set; }
    public long Line { get; private set; }
    public int Count => cells.Count;

    /// <summary>Why the present row is about nobody; null when nothing says so.</summary>
    public RowReason? Judge(CsvLayout layout) => layout.Rules.Judge(cells, buffer, layout);

    public ReadOnlySpan<byte> Cell(int column) => cells.Of(buffer, column);

    /// <summary>Moves to the next row; false at the end of the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        start = next;
        Line = nextLine;
        Row++;
        if (start == end && (ended || Fill() == 0)) return false;
        while (!TryParse()) Fill();
        nextLine += quotes ? Math.Max(1, buffer.AsSpan(start, next - start).Count((byte)'\n')) : 1;
        cells.Unescape(buffer);
        return true;
    }

    public CsvException Fail(string code, string message, int? column, params object[] args) =>
        new(new CsvError(code, message, args, Row, Line, column));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryParse()
    {
        ReadOnlySpan<byte> data = buffer.AsSpan(0, end);
        cells.Clear();
        quotes = false;
        int at = start;
        while (true)
        {
            if (at < data.Length && data[at] == Quote)
            {
                if (!TryQuoted(data, ref at)) return false;
            }
            else
            {
                int size = UnquotedSize(data[at..]);
                if (size < 0)
                {
                    if (!ended) return false;
                    size = data.Length - at;
                }
                Add(at, size, false);
                at += size;
            }
            if (at == data.Length)
            {
                next = at;
                return ended;
            }
            byte separator = data[at];
            if (separator == Delimiter)
            {
                at++;
                continue;
            }
            if (separator == 0) throw NulByte(Count);
            if (separator == '\r' && at + 1 == data.Length && !ended) return false;
            next = at + (separator == '\r' && at + 1 < data.Length && data[at + 1] == '\n' ? 2 : 1);
            return true;
        }
    }

    /// <summary>
    /// Bytes before the next separator, or −1. Most cells are a few bytes long, shorter than a vectorised search takes to start.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int UnquotedSize(ReadOnlySpan<byte> rest)
    {
        int size = 0, soon = Math.Min(rest.Length, 12);
        while (size < soon && !stop[rest[size]]) size++;
        if (size < soon) return size;
        int found = rest[soon..].IndexOfAny(stops);
        return found < 0 ? -1 : soon + found;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryQuoted(ReadOnlySpan<byte> data, ref int at)
    {
        quotes = true;
        bool doubled = false;
        int begin = at + 1, scan = begin;
        while (true)
        {
            int found = data[scan..].IndexOfAny(Quote, (byte)0);
            if (found < 0)
            {
                // A quote nobody closes would swallow the rest of the file: the cap turns that into an error where it was opened.
                if (ended || data.Length - begin > options.MaxCellBytes)
                    throw Fail("csv.unclosed-quote", "A cell opens with a quotation mark that is never closed.", Count + 1);
                return false;
            }
            scan += found;
            if (data[scan] == 0) throw NulByte(Count + 1);
            if (scan + 1 == data.Length && !ended) return false;
            if (scan + 1 == data.Length || data[scan + 1] != Quote) break;
            doubled = true;
            scan += 2;
        }
        Add(begin, scan - begin, doubled);
        at = scan + 1;
        if (at < data.Length && data[at] != Delimiter && data[at] is not ((byte)'\r' or (byte)'\n'))
            throw Fail("csv.text-after-quote", "There is text after the closing quotation mark. " +
                "A quotation mark inside a cell is written twice.", Count);
        return true;
    }

    private CsvException NulByte(int column) => Fail("csv.nul", "The cell contains a NUL byte: the file is damaged or not text.", column);

    private void Add(int begin, int size, bool doubled)
    {
        if (size > options.MaxCellBytes)
            throw Fail("csv.cell-too-long", "The cell is longer than {0} bytes.", Count + 1, options.MaxCellBytes);
        if (Count >= options.MaxColumns) throw Fail("csv.too-many-columns", "The row has more than {0} columns.", null, options.MaxColumns);
        cells.Add(begin, size, doubled);
    }

    /// <summary>Forgets the rows before this one and reads more. Returns the bytes gained; at none the file has ended.</summary>
    private int Fill()
    {
        int kept = end - start;
        if (kept > options.MaxRowBytes) throw Fail("csv.row-too-long", "The row is longer than {0} bytes.", null, options.MaxRowBytes);
        if (start > 0) Buffer.BlockCopy(buffer, start, buffer, 0, kept);
        if (kept > buffer.Length / 2) Array.Resize(ref buffer, buffer.Length * 2);
        (start, next, end) = (0, 0, kept);
        int gained;
        do
        {
            gained = source.Read(buffer.AsSpan(end), this);
            end += gained;
        }
        while (gained > 0 && end < buffer.Length - 64 && !source.Broken);
        ended = gained == 0;
        return end - kept;
    }
}
