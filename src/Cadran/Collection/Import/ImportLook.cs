using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>What a file looks like from its first rows.</summary>
/// <param name="NobodysRows">Rows that are about nobody, by reason.</param>
/// <param name="ShortRows">Rows whose last cells are not there, and count as empty.</param>
/// <param name="Sheets">Of a workbook: the sheet that is read, then the others.</param>
public sealed record ImportLook(
    IReadOnlyList<ImportColumn> Columns, IReadOnlyList<RowsLeftOut> NobodysRows, long ShortRows, IReadOnlyList<string> Sheets);
