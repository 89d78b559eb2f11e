namespace Cadran.Statistics.Disclosure;

/// <summary>
/// Position in a table with margins. Row <c>table.Rows</c> is the total row, column <c>table.Columns</c> the total column.
/// </summary>
/// <param name="Row">From 0; the number of inner rows for a column total.</param>
/// <param name="Column">From 0; the number of inner columns for a row total.</param>
public readonly record struct TableCell(int Row, int Column);
