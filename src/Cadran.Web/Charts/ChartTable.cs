using System.Globalization;

namespace Cadran.Web.Charts;

/// <summary>
/// One figure of a results page: a table that is shown, drawn as a chart and sent as CSV from the same cells, so that the three cannot
/// disagree (docs/design-system.md, Charts).
/// </summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Chart">Kind of drawing, or empty for a table only.</param>
/// <param name="Label">What the drawing shows, one sentence.</param>
public sealed record ChartTable(string Key, string Chart, string Title, string Label)
{
    /// <summary>What the reader must know: unit, interval, base.</summary>
    public string Note { get; init; } = "";

    /// <summary>Heading of the column of names.</summary>
    public required string Names { get; init; }
    public required IReadOnlyList<ChartColumn> Columns { get; init; }
    public required IReadOnlyList<ChartRow> Rows { get; init; }

    /// <summary>What the drawing has to know beside its cells, by the name of its <c>data-</c> attribute.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];

    /// <summary>There is a script that gives the same digits.</summary>
    public bool IsReproducible { get; init; } = true;

    /// <summary>The <c>data-</c> attributes of the table: none when no cell can be drawn.</summary>
    public IReadOnlyDictionary<string, string?> TableAttributes()
    {
        var attributes = new Dictionary<string, string?>();
        bool drawn = Chart.Length > 0
            && Rows.Any(r => Columns.Zip(r.Cells).Any(at => at.First.As is not null && at.Second.Value is not null));
        if (!drawn) return attributes;
        (attributes["data-chart"], attributes["data-label"]) = (Chart, Label);
        foreach ((string name, string value) in Attributes) attributes[name] = value;
        return attributes;
    }

    /// <summary>
    /// Head and rows as text cells for CSV; numbers with a decimal point and all digits, intervals in columns of their own.
    /// </summary>
    public IEnumerable<string[]> Cells(string low, string high)
    {
        bool[] wide = [.. Columns.Select((_, c) => Rows.Any(r => r.Cells[c].Low is not null))];
        yield return
        [
            Names,
            .. Columns.SelectMany((column, c) =>
                wide[c] ? (string[])[column.Heading, $"{column.Heading}: {low}", $"{column.Heading}: {high}"] : [column.Heading]),
        ];
        foreach (ChartRow row in Rows)
            yield return
            [
                row.Name,
                .. row.Cells.SelectMany((cell, c) => wide[c] ? (string[])[Text(cell), Number(cell.Low), Number(cell.High)] : [Text(cell)]),
            ];
    }

    public static string Number(double? value) =>
        value is { } v && double.IsFinite(v) ? v.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Text(ChartCell cell) => cell.Value is null ? cell.Text : Number(cell.Value);
}
