using Cadran.Csv;

namespace Cadran.Insight;

/// <summary>What the reading of a file decided that its reader must know.</summary>
/// <param name="LeftOut">Rows that are about nobody, by reason.</param>
/// <param name="ShortRows">Rows whose last cells were not there, and count as empty.</param>
/// <param name="Unused">Columns that nothing was read from.</param>
/// <param name="OtherSheets">Sheets of the workbook that were not read, and the one that was first.</param>
/// <param name="Order">The waves, when there are any.</param>
/// <param name="Doubtful">
/// Ratings of which nobody chose the highest points of a scale that was not said of them: name, the highest that was chosen, the scale's.
/// </param>
public sealed record FileFacts(IReadOnlyList<RowsLeftOut> LeftOut, long ShortRows, IReadOnlyList<string> Unused,
    IReadOnlyList<string> OtherSheets, WaveOrder? Order, IReadOnlyList<(string Column, int Highest, int Scale)> Doubtful);
