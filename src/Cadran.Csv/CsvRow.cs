using System.Text;

namespace Cadran.Csv;

/// <summary>One row, valid until the next one is read. Cells are numbered from 0 and never carry their quotes.</summary>
public readonly ref struct CsvRow
{
    private readonly CsvReader reader;

    internal CsvRow(CsvReader reader) => this.reader = reader;

    /// <summary>As a spreadsheet numbers it: the header is row 1, the first data row is row 2.</summary>
    public long Number => reader.RowNumber;

    /// <summary>Physical line on which the row starts.</summary>
    public long Line => reader.LineNumber;

    /// <summary>The sign between cells of the file.</summary>
    public char Delimiter => reader.Delimiter;

    /// <summary>Cells present in the file; the header says how many there should be.</summary>
    public int Count => reader.CellCount;

    /// <summary>Why the row does not fit the header, or null. Only with <see cref="RaggedRows.Deliver"/>.</summary>
    public CsvError? Problem => reader.RowProblem;

    /// <summary>The cell as UTF-8, without a copy.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => reader.Cell(column);

    /// <summary>No cell is filled in.</summary>
    public bool IsBlank => reader.IsBlank();

    public bool IsEmpty(int column) => reader.Cell(column).IsEmpty;

    public string Text(int column)
    {
        ReadOnlySpan<byte> bytes = reader.Cell(column);
        return bytes.IsEmpty ? "" : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>
    /// The cell as a number as people write them (<see cref="CsvNumber"/>); false when it is anything else, empty included.
    /// </summary>
    public bool TryDouble(int column, out double value) => CsvNumber.TryRead(reader.Cell(column), reader.Delimiter, out value);

    /// <summary>An error of the caller's own about a cell of this row, located.</summary>
    public CsvError Error(int column, string code, string message, params object[] args) =>
        new(code, message, args, Number, Line, column + 1, column < reader.Header.Count ? reader.Header[column] : null);
}
