using Cadran.Catalogue;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Which item or dimension a column is about, by its name: first the code to the letter, then the code whatever its case, accents,
/// spaces and signs, then the short title or the question in any language. A name that fits two items fits none.
/// </summary>
public static class ColumnNames
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

    /// <summary>The items the columns answer, each at most once; columns that answer none are not in it.</summary>
    public static IReadOnlyDictionary<string, Question> Match(IEnumerable<string> columns, QuestionnaireContent content)
    {
        var found = new Dictionary<string, Question>();
        List<string> open = [.. columns];
        // A column that is exact is never beaten to its item by one that only resembles it.
        foreach (Func<string, Question, bool> fits in new Func<string, Question, bool>[] { Exact, LikeCode, (name, q) => LikeTitle(name, q, content) })
        {
            foreach (string name in open.ToList())
            {
                List<Question> candidates = [.. content.Questions.Where(q => fits(name, q))];
                if (candidates is not [var one] || found.ContainsValue(one)) continue;
                found[name] = one;
                open.Remove(name);
            }
        }
        return found;
    }

    /// <summary>The column for a dimension (id, weight, stratum, …), or null.</summary>
    public static string? ForDimension(string dimension, IEnumerable<string> columns)
    {
        List<string> names = [.. columns];
        return names.Find(name => Key(name) == dimension) ?? names.Find(name => Dimensions[dimension].Contains(Key(name)));
    }

    /// <summary>The name leads to that target ("@" before a dimension) by resemblance only, so that somebody should look at it.</summary>
    public static bool OnlyResembles(string column, string target, QuestionnaireContent content) =>
        target.StartsWith('@') ? column != target[1..] && Dimensions.TryGetValue(target[1..], out string[]? names) && (Key(column) == target[1..] || names.Contains(Key(column)))
        : content.Find(target) is { } question && !Exact(column, question) && (LikeCode(column, question) || LikeTitle(column, question, content));

    private static bool Exact(string name, Question question) => name == question.Code;

    private static bool LikeCode(string name, Question question) => Key(name) == Key(question.Code);

    private static bool LikeTitle(string name, Question question, QuestionnaireContent content) =>
        Key(name) is { Length: >= ShortestTitle } key && Titles(question, content).SelectMany(title => LocalText.Languages.Select(title.Exactly)).Any(words => Key(words) == key);

    private static IEnumerable<LocalText> Titles(Question question, QuestionnaireContent content)
    {
        yield return question.Text;
        if (question.Core && MeasureBank.Current.Find(question.Code) is { } item) yield return item.Name;
        // A driver asked by one question is that question.
        if (content.Drivers.FirstOrDefault(d => d.Items is [var only] && only == question) is { } driver) yield return driver.Name;
    }

    /// <summary>Letters and digits of the folded name: "Temps-d’attente (Q2)" is tempsdattenteq2.</summary>
    private static string Key(string name) => string.Concat(FoldedText.Of(name).Where(char.IsLetterOrDigit));
}
