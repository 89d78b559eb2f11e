using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>A first proposal of what each column is, for somebody to correct: the map used before where it fits, then names and values.</summary>
public static class ImportGuess
{
    private static readonly Dictionary<string, string[]> Dimensions = new()
    {
        ["id"] = ["id", "response_id", "respondent_id", "case_id", "record_id", "uuid"],
        ["weight"] = ["weight", "wt", "w", "poids", "weights"],
        ["stratum"] = ["stratum", "strata", "strate"],
        ["cluster"] = ["cluster", "psu", "grappe", "office"],
        ["population"] = ["population", "fpc", "nh"],
        ["channel"] = ["channel", "mode", "method", "canal"],
        ["language"] = ["language", "lang", "langue"],
        ["day"] = ["day", "date", "received_on", "submitted_at", "jour"],
    };

    public static ImportMap Of(IReadOnlyList<ImportColumn> columns, QuestionnaireContent content, ImportMap? before = null)
    {
        if (before is not null && before.Items.Count > 0 && before.Columns.All(name => columns.Any(c => c.Name == name)) && before.Items.All(i => content.Find(i.Item) is not null)) return WithNew(before, columns, content);
        var items = new List<ImportItem>();
        foreach (ImportColumn column in columns)
            if (ItemFor(column, content) is { } question && items.All(i => i.Item != question.Code))
                items.Add(new ImportItem { Column = column.Name, Item = question.Code, Values = Recode(column, question) });
        // A code for no answer that is rare may not be among the first rows of every column: what one rating uses, all understand.
        var recodes = items.SelectMany(i => i.Values).DistinctBy(v => v.Key).ToDictionary();
        items = [.. items.Select(i => content.Find(i.Item)!.Kind == QuestionKind.Rating ? i with { Values = recodes } : i)];
        string? Column(string dimension) => columns.FirstOrDefault(c => items.All(i => i.Column != c.Name) && Dimensions[dimension].Contains(OwnItem.Slug(c.Name)))?.Name;
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
    private static ImportMap WithNew(ImportMap before, IReadOnlyList<ImportColumn> columns, QuestionnaireContent content) => before with
    {
        Items =
        [
            .. before.Items,
            .. from column in columns
               where !before.Columns.Contains(column.Name)
               let question = ItemFor(column, content)
               where question is not null && before.Items.All(i => i.Item != question.Code)
               group column by question into found
               select new ImportItem { Column = found.First().Name, Item = found.Key.Code, Values = Recode(found.First(), found.Key) },
        ],
    };

    private static Question? ItemFor(ImportColumn column, QuestionnaireContent content)
    {
        string slug = OwnItem.Slug(column.Name);
        return content.Questions.FirstOrDefault(q => q.Code == column.Name)
            ?? content.Questions.FirstOrDefault(q => q.Code == slug)
            ?? content.Questions.FirstOrDefault(q => slug.Length > 3 && LocalText.Languages.Any(l => OwnItem.Slug(q.Text.Exactly(l)) == slug));
    }

    /// <summary>What the usual codes for no answer stand for, where the scale has no such point.</summary>
    public static IReadOnlyDictionary<string, string> Recode(ImportColumn column, Question question)
    {
        if (question.Kind != QuestionKind.Rating || column.Numbers is not { } numbers) return new Dictionary<string, string>();
        int highest = question.Options.Count > 0 ? question.Options.Count : 5;
        return numbers.Where(n => (n < 1 || n > highest) && n is 0 or 8 or 9 or 88 or 98 or 99).Distinct().Order()
            .ToDictionary(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture), n => n is 0 ? "na" : "dk");
    }
}
