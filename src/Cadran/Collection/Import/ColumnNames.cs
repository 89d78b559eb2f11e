using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Which item or dimension a column is about, by its name: first the column the item was made from and the code to the letter, then the
/// code whatever its case, accents, spaces and signs, then the short title or the question in any language. A name that fits two items
/// fits none.
/// </summary>
public sealed class ColumnNames
{
    /// <summary>Titles shorter than this, without signs, are too common to mean anything.</summary>
    private const int ShortestTitle = 4;

    private static readonly Dictionary<string, string[]> Dimensions = new()
    {
        ["id"] = ["responseid", "respondentid", "caseid", "recordid", "uuid"],
        ["weight"] = ["weights", "wt", "w", "poids"],
        ["stratum"] = ["strata", "strate"],
        ["cluster"] = ["psu", "grappe", "office"],
        ["population"] = ["fpc", "nh"],
        ["channel"] = ["mode", "method", "canal"],
        ["language"] = ["lang", "langue"],
        ["day"] = ["date", "receivedon", "submittedat", "jour"],
    };

    private readonly Dictionary<string, Question> exact;
    private readonly ILookup<string, Question> madeFrom, likeCode, likeTitle;

    public ColumnNames(QuestionnaireContent content)
    {
        exact = content.Questions.ToDictionary(q => q.Code);
        madeFrom = content.Questions.Where(q => q.Column is not null).ToLookup(q => q.Column!);
        likeCode = content.Questions.ToLookup(q => Key(q.Code));
        // A driver asked by one question is that question.
        Dictionary<string, LocalText> drivers =
            content.Drivers.Where(d => d.Items.Count == 1).ToDictionary(d => d.Items[0].Code, d => d.Name);
        var titles = from question in content.Questions
                     let item = question.Core ? MeasureBank.Current.Find(question.Code) : null
                     from title in new[] { question.Text, item?.Name, drivers.GetValueOrDefault(question.Code) }.OfType<LocalText>()
                         .SelectMany(title => LocalText.Languages.Select(title.Exactly)).Concat(item?.Earlier ?? [])
                     select (Key: Key(title), Question: question);
        likeTitle = titles.Where(t => t.Key.Length >= ShortestTitle).DistinctBy(t => (t.Key, t.Question.Code))
            .ToLookup(t => t.Key, t => t.Question);
    }

    /// <summary>The items the columns answer, each at most once; columns that answer none are not in it.</summary>
    public IReadOnlyDictionary<string, Question> Match(IEnumerable<string> columns) =>
        Match([.. columns.Select(name => new ImportColumn(name, [], 0, 0))]);

    /// <summary>As the other; what a second header row says of a column counts after its name.</summary>
    public IReadOnlyDictionary<string, Question> Match(IReadOnlyList<ImportColumn> columns)
    {
        var found = new Dictionary<string, Question>();
        var taken = new HashSet<string>();
        Dictionary<string, string> texts = columns.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Text);
        List<string> names = [.. texts.Keys];
        // A column that is exact is never beaten to its item by one that only resembles it.
        Func<string, IEnumerable<Question>>[] ways =
        [
            name => madeFrom[name], Exact, name => likeCode[Key(name)], name => likeTitle[Key(name)], name => likeTitle[Key(texts[name])],
            name => likeCode[Key(Last(name))], name => likeTitle[Key(Last(name))],
        ];
        foreach (Func<string, IEnumerable<Question>> fits in ways)
            foreach (string name in names.Where(name => !found.ContainsKey(name)))
                if (fits(name).ToList() is [var one] && taken.Add(one.Code)) found[name] = one;
        return found;
    }

    /// <summary>The column for a dimension (id, weight, stratum, …), or null.</summary>
    public static string? ForDimension(string dimension, IEnumerable<string> columns)
    {
        List<string> names = [.. columns];
        return names.Find(name => Key(name) == dimension) ?? names.Find(name => Dimensions[dimension].Contains(Key(name)));
    }

    /// <summary>The name leads to that target ("@" before a dimension) by resemblance only, so that somebody should look at it.</summary>
    public bool OnlyResembles(string column, string target)
    {
        string key = Key(column), dimension = target.TrimStart('@');
        if (column == dimension) return false;
        if (dimension != target)
            return Dimensions.TryGetValue(dimension, out string[]? names) && (key == dimension || names.Contains(key));
        return madeFrom[column].All(q => q.Code != target)
            && likeCode[key].Concat(likeTitle[key]).Concat(likeCode[Key(Last(column))]).Concat(likeTitle[Key(Last(column))])
                .Any(q => q.Code == target);
    }

    /// <summary>The name without the group before it: “visit/overall”, “Your ratings: Courtesy”.</summary>
    private static string Last(string name)
    {
        int at = Math.Max(name.LastIndexOf('/'), name.LastIndexOf(": ", StringComparison.Ordinal));
        return at < 0 ? "" : name[(at + 1)..];
    }

    private IEnumerable<Question> Exact(string name) => exact.TryGetValue(name, out Question? question) ? [question] : [];

    /// <summary>Letters and digits of the folded name: "Temps-d’attente (Q2)" is tempsdattenteq2.</summary>
    private static string Key(string name) => string.Concat(FoldedText.Of(name).Where(char.IsLetterOrDigit));
}
