namespace Cadran.Statistics.Disclosure;

/// <summary>A two-way table of counts that is published with its row totals, column totals and grand total.</summary>
public sealed class CountTable
{
    /// <summary>Most people in a table: sums of counts and of their cost then stay far from the end of whole numbers.</summary>
    public const long MostPeople = 1L << 56;

    private readonly long[,] values;

    /// <summary>A table from its inner cells; margins are added up.</summary>
    /// <param name="cells">Inner cells without margins, not negative; at least one row and one column.</param>
    public CountTable(long[,] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        (Rows, Columns) = (cells.GetLength(0), cells.GetLength(1));
        if (Rows == 0 || Columns == 0) throw new ArgumentException("A table has at least one row and one column.", nameof(cells));
        values = new long[Rows + 1, Columns + 1];
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                var value = cells[i, j];
                if (value < 0) throw new ArgumentOutOfRangeException(nameof(cells), value, $"Cell ({i}, {j}) is negative.");
                if (value > MostPeople - values[Rows, Columns])
                    throw new ArgumentOutOfRangeException(nameof(cells), value, $"Cell ({i}, {j}) makes more than {MostPeople} people.");
                values[i, j] = value;
                values[i, Columns] += value;
                values[Rows, j] += value;
                values[Rows, Columns] += value;
            }
        }
    }

    /// <summary>
    /// Counts people by two properties: a row per level of the first, a column per level of the second, in the
    /// order of their labels.
    /// </summary>
    /// <param name="rows">Level of each person; −1 for none, who are in no cell and no margin.</param>
    /// <param name="columns">The same people.</param>
    /// <exception cref="ArgumentException">Unequal numbers of people, a property without levels.</exception>
    public static CountTable Of(Factor rows, Factor columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        if (rows.Rows != columns.Rows)
            throw new ArgumentException($"{columns.Rows} people by column, {rows.Rows} by row.", nameof(columns));
        var cells = new long[rows.Levels, columns.Levels];
        for (var i = 0; i < rows.Rows; i++)
            if (rows.Codes[i] >= 0 && columns.Codes[i] >= 0) cells[rows.Codes[i], columns.Codes[i]]++;
        return new(cells);
    }

    /// <summary>Inner rows.</summary>
    public int Rows { get; }

    /// <summary>Inner columns.</summary>
    public int Columns { get; }

    /// <summary>A cell or a margin.</summary>
    public long this[TableCell cell] => Contains(cell) ? values[cell.Row, cell.Column] : throw Outside(cell);

    /// <summary>All cells and margins, row by row.</summary>
    public IEnumerable<TableCell> Cells
    {
        get
        {
            for (var i = 0; i <= Rows; i++)
                for (var j = 0; j <= Columns; j++)
                    yield return new(i, j);
        }
    }

    /// <summary>The same cells, each within the table.</summary>
    internal IEnumerable<TableCell> Checked(IEnumerable<TableCell> cells) => cells.Select(c => Contains(c) ? c : throw Outside(c));

    private bool Contains(TableCell cell) => cell.Row >= 0 && cell.Row <= Rows && cell.Column >= 0 && cell.Column <= Columns;

    private ArgumentOutOfRangeException Outside(TableCell cell) =>
        new(nameof(cell), cell, $"The table has {Rows} rows and {Columns} columns with one margin each.");

    /// <summary>Is it a row total, a column total or the grand total?</summary>
    /// <param name="cell">Of this table.</param>
    public bool IsMargin(TableCell cell) => cell.Row == Rows || cell.Column == Columns;
}
