using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>A value of a file that stands for something else, and how often it was met.</summary>
/// <param name="Becomes"> Code of a <see cref="NoValueCode"/>, another value, or "" for no answer; null when nothing says what
/// it stands for. </param>
/// <param name="Cells">Over the columns together.</param>
public sealed record ImportCode(string Value, string? Becomes, long Cells, IReadOnlyList<string> Columns)
{
    /// <summary>Label of the point of the scale that the value becomes, where it becomes one that has a label.</summary>
    public LocalText? Point { get; init; }

    /// <summary>What a map makes of the values that were looked at, and those of a rating that it says nothing of.</summary>
    public static IReadOnlyList<ImportCode> Among(IReadOnlyList<ImportColumn> columns, ImportMap map, QuestionnaireContent content) =>
        Together(
            from item in map.Items
            let column = columns.FirstOrDefault(c => c.Name == item.Column)
            let question = content.Find(item.Item)
            where column is not null && question is { Kind.IsText: false }
            let cell = new ImportCell(map, item, question, 0)
            from value in column.Values
            let code = cell.Answer(value.Value).Code
            let few = column.Different <= ImportColumns.ValuesKept
            where code is not null && (code.Becomes is not null || few || Number(value.Value) is not null)
            select (value.Value, code.Becomes, code.Point, (long)value.Count, column.Name));

    internal static IReadOnlyList<ImportCode> Together(
        IEnumerable<(string Value, string? Becomes, LocalText? Point, long Cells, string Column)> met) =>
    [
        .. met.Where(c => c.Cells > 0).GroupBy(c => (c.Value, c.Becomes, c.Point), (same, cells) => Summed(same, [.. cells]))
            .OrderBy(c => c.Becomes is not null).ThenBy(c => Number(c.Value) ?? double.MaxValue)
            .ThenBy(c => c.Value, StringComparer.Ordinal),
    ];

    private static ImportCode Summed(
        (string Value, string? Becomes, LocalText? Point) same, List<(string, string?, LocalText?, long Cells, string Column)> cells) =>
        new(same.Value, same.Becomes, cells.Sum(c => c.Cells), [.. cells.Select(c => c.Column)]) { Point = same.Point };

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
