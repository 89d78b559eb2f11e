using System.Globalization;

namespace Cadran.Csv;

/// <summary>What is wrong with a file, and where, in words for the person who has to repair it.</summary>
/// <param name="Code">Stable machine name, such as <c>csv.ragged</c>.</param>
/// <param name="Message">English text with placeholders for <paramref name="Args"/>; it is also the key of its translations.</param>
/// <param name="Row">Row as a spreadsheet numbers it (the header is row 1), or null when it concerns the whole file.</param>
/// <param name="Line">Physical line on which that row starts; differs from the row once a cell holds a line break.</param>
/// <param name="Column">Column from 1, or null.</param>
/// <param name="ColumnName">Its header, or null.</param>
public sealed record CsvError(string Code, string Message, IReadOnlyList<object> Args, long? Row = null, long? Line = null,
    int? Column = null, string? ColumnName = null)
{
    /// <summary>English key of the location: placeholders are row, line, column number, column name.</summary>
    public string WhereMessage => (Row, Column, ColumnName) switch
    {
        (null, null, _) => "",
        (null, _, _) => "Column {2}",
        // A finding about a column as a whole knows the row but not the line it began on.
        (_, not null, { Length: > 0 }) when Line is null => "Row {0}, column {2} “{3}”",
        (_, null, _) => "Row {0} (line {1})",
        (_, _, null or "") => "Row {0} (line {1}), column {2}",
        _ => "Row {0} (line {1}), column {2} “{3}”",
    };

    public IReadOnlyList<object> WhereArgs => [Row ?? 0, Line ?? 0, Column ?? 0, ColumnName ?? ""];

    public override string ToString()
    {
        string reason = string.Format(CultureInfo.InvariantCulture, Message, [.. Args]);
        return WhereMessage.Length == 0 ? reason : $"{string.Format(CultureInfo.InvariantCulture, WhereMessage, [.. WhereArgs])}: {reason}";
    }
}
