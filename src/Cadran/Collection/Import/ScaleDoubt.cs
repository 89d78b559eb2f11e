using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Columns of a file in which nobody chose the highest points that the item has: the scale of the file may be a shorter one, and no number
/// says so. Somebody is asked.
/// </summary>
/// <param name="Highest">The highest point anybody chose.</param>
/// <param name="Scale">Of the items.</param>
public sealed record ScaleDoubt(int Highest, RatingScale Scale, IReadOnlyList<string> Columns)
{
    /// <summary>With fewer answers, a point that nobody chose says nothing.</summary>
    private const int EnoughToDoubt = 20;

    public static IReadOnlyList<ScaleDoubt> Of(IReadOnlyList<ImportColumn> columns, ImportMap map, QuestionnaireContent content)
    {
        var doubts =
            from item in map.Items
            let scale = content.Find(item.Item)?.Scale
            let column = columns.FirstOrDefault(c => c.Name == item.Column)
            where scale is not null && column is { Answered: >= EnoughToDoubt }
            let points = (column.Numbers ?? []).Where(n => scale.Has(n) && !item.Values.ContainsKey(RatingScale.CodeOf(n))).ToList()
            where points.Count > 0 && item.Values.Keys.All(v => scale.Find(v) is null) && points.Max() < scale.Highest
            select (points.Max(), scale, column.Name);
        return [.. doubts.GroupBy(d => (d.Item1, d.scale), d => d.Name).Select(g => new ScaleDoubt(g.Key.Item1, g.Key.scale, [.. g]))];
    }
}
