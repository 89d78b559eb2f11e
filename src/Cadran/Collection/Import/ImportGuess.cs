using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>A first proposal of what each column is, for somebody to correct: the map used before where it fits, then names and values.</summary>
public static class ImportGuess
{
    public static ImportMap Of(IReadOnlyList<ImportColumn> columns, QuestionnaireContent content, ImportMap? before = null)
    {
        if (before is not null && before.Items.Count > 0 && before.Columns.All(name => columns.Any(c => c.Name == name)) && before.Items.All(i => content.Find(i.Item) is not null)) return WithNew(before, columns, content);
        IReadOnlyDictionary<string, Question> found = new ColumnNames(content).Match(columns.Select(c => c.Name));
        List<ImportItem> items = [.. columns.Where(c => found.ContainsKey(c.Name)).Select(c => new ImportItem { Column = c.Name, Item = found[c.Name].Code, Values = Recode(c, found[c.Name]) })];
        // A code for no answer that is rare may not be among the first rows of every column: what one rating uses, all understand.
        var recodes = items.SelectMany(i => i.Values).DistinctBy(v => v.Key).OrderBy(v => int.Parse(v.Key, CultureInfo.InvariantCulture)).ToDictionary();
        items = [.. items.Select(i => content.Find(i.Item)!.Kind == QuestionKind.Rating ? i with { Values = recodes } : i)];
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
            Missing = [.. columns.SelectMany(c => c.Values).Select(v => v.Value).Where(ImportColumns.MissingWords.Contains).Distinct().Order(StringComparer.Ordinal)],
        };
    }

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
                   select new ImportItem { Column = column.Name, Item = found[column.Name].Code, Values = Recode(column, found[column.Name]) },
            ],
        };
    }

    /// <summary>What the usual codes for no answer stand for, where the scale has no such point.</summary>
    public static IReadOnlyDictionary<string, string> Recode(ImportColumn column, Question question)
    {
        if (question.Kind != QuestionKind.Rating || column.Numbers is not { } numbers) return new Dictionary<string, string>();
        int highest = question.Options.Count > 0 ? question.Options.Count : 5;
        return numbers.Where(n => (n < 1 || n > highest) && n is 0 or 8 or 9 or 88 or 98 or 99).Distinct().Order()
            .ToDictionary(n => n.ToString(CultureInfo.InvariantCulture), n => n is 0 ? "na" : "dk");
    }
}
