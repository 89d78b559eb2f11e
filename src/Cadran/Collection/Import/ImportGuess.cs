using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// A first proposal of what each column is, for somebody to correct: the map used before where it fits, then names and values.
/// </summary>
public static class ImportGuess
{
    public static ImportMap Of(IReadOnlyList<ImportColumn> columns, QuestionnaireContent content, ImportMap? before = null)
    {
        if (before is not null && Fits(before, columns, content)) return WithNew(before, columns, content);
        IReadOnlyDictionary<string, Question> found = new ColumnNames(content).Match(columns.Select(c => c.Name));
        List<ImportItem> items = [.. columns.Where(c => found.ContainsKey(c.Name)).Select(c => Item(c, found[c.Name]))];
        // A code for no answer that is rare may not be among the first rows of every column: what one rating uses, all understand.
        var recodes = items.SelectMany(i => i.Values).DistinctBy(v => v.Key).OrderBy(v => int.Parse(v.Key, CultureInfo.InvariantCulture));
        items = [.. items.Select(i => content.Find(i.Item)!.Scale is { } scale ? i with { Values = OffScale(recodes, scale) } : i)];
        List<string> others = [.. columns.Select(c => c.Name).Where(name => !found.ContainsKey(name))];
        string? Column(string dimension) => ColumnNames.ForDimension(dimension, others);
        return new ImportMap
        {
            Items = items,
            Id = Column("id"),
            Weight = Column("weight"),
            Stratum = Column("stratum"),
            Cluster = Column("cluster"),
            Population = Column("population"),
            Day = Column("day"),
            Channel = Column("channel") is { } channel ? new ImportField { Column = channel } : null,
            Language = Column("language") is { } language ? new ImportField { Column = language } : null,
            Missing = [.. columns.SelectMany(c => c.Values).Select(v => v.Value).Where(NoValueCode.NothingRecorded.Contains).Distinct()
                .Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>What the usual codes for no answer stand for, where the scale has no such point.</summary>
    public static IReadOnlyDictionary<string, string> Recode(ImportColumn column, Question question)
    {
        if (question.Scale is not { } scale || column.Numbers is not { } numbers) return new Dictionary<string, string>();
        return numbers.Where(n => !scale.Has(n) && NoValueCode.UsuallyWritten(n) is not null).Distinct().Order()
            .ToDictionary(n => n.ToString(CultureInfo.InvariantCulture), n => NoValueCode.UsuallyWritten(n)!.Code);
    }

    private static bool Fits(ImportMap before, IReadOnlyList<ImportColumn> columns, QuestionnaireContent content) =>
        before.Items.Count > 0 && before.Columns.All(name => columns.Any(c => c.Name == name))
            && before.Items.All(i => content.Find(i.Item) is not null);

    /// <summary>The map used before, and columns it did not know that bear the name of an item it does not fill.</summary>
    private static ImportMap WithNew(ImportMap before, IReadOnlyList<ImportColumn> columns, QuestionnaireContent content)
    {
        List<ImportColumn> unknown = [.. columns.Where(c => !before.Columns.Contains(c.Name))];
        IReadOnlyDictionary<string, Question> found = new ColumnNames(content).Match(unknown.Select(c => c.Name));
        return before with
        {
            Items =
            [
                .. before.Items,
                .. from column in unknown
                   where found.ContainsKey(column.Name) && before.Items.All(i => i.Item != found[column.Name].Code)
                   select Item(column, found[column.Name]),
            ],
        };
    }

    private static ImportItem Item(ImportColumn column, Question question) =>
        new() { Column = column.Name, Item = question.Code, Values = Recode(column, question) };

    // A number that stands for no answer beside one scale is a point of another.
    private static Dictionary<string, string> OffScale(IEnumerable<KeyValuePair<string, string>> recodes, RatingScale scale) =>
        new(recodes.Where(r => scale.Find(r.Key) is null));
}
