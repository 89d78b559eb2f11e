using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>A value of a file that stands for something else, and how often it was met.</summary>
/// <param name="Becomes">na, dk, refused, skipped, another value, or "" for no answer; null when nothing says what it stands for.</param>
/// <param name="Cells">Over the columns together.</param>
public sealed record ImportCode(string Value, string? Becomes, long Cells, IReadOnlyList<string> Columns)
{
    /// <summary>Label of the point of the scale that the value becomes, where it becomes one that has a label.</summary>
    public LocalText? Point { get; init; }

    /// <summary>What a map makes of the values that were looked at, and those of a rating that it says nothing of.</summary>
    public static IReadOnlyList<ImportCode> Among(IReadOnlyList<ImportColumn> columns, ImportMap map, QuestionnaireContent content) => Together(
        from item in map.Items
        let column = columns.FirstOrDefault(c => c.Name == item.Column)
        let question = content.Find(item.Item)
        where column is not null && question is not null && question.Kind != QuestionKind.Comment
        let cell = new ImportCell(map, item, question, 0)
        from value in column.Values
        let outcome = cell.Answer(value.Value)
        where outcome.Code is not null && (outcome.Code.Becomes is not null || column.Different <= ImportColumns.ValuesKept || double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        select (value.Value, outcome.Code!.Becomes, outcome.Code.Point, (long)value.Count, column.Name));

    internal static IReadOnlyList<ImportCode> Together(IEnumerable<(string Value, string? Becomes, LocalText? Point, long Cells, string Column)> met) =>
    [
        .. met.Where(c => c.Cells > 0).GroupBy(c => (c.Value, c.Becomes, c.Point))
            .Select(g => new ImportCode(g.Key.Value, g.Key.Becomes, g.Sum(c => c.Cells), [.. g.Select(c => c.Column)]) { Point = g.Key.Point })
            .OrderBy(c => c.Becomes is not null).ThenBy(c => double.TryParse(c.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.MaxValue).ThenBy(c => c.Value, StringComparer.Ordinal),
    ];
}
