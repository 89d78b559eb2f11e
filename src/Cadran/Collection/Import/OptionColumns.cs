using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Columns that are each one option of several choices, by their names: “channels/online”, “channels_online”, “Which did you use?: Online”.
/// An item that a column answers whole has none.
/// </summary>
internal static class OptionColumns
{
    private static readonly string[] Signs = ["/", ": ", " - ", ".", "[", "_", " "];

    public static IEnumerable<ImportItem> Of(
        IEnumerable<ImportColumn> columns, QuestionnaireContent content, IReadOnlyList<ImportItem> answered)
    {
        List<Question> several = [.. content.Questions.Where(q => q.Kind.FileParts(q).Count > 0 && answered.All(i => i.Item != q.Code))];
        if (several.Count == 0) return [];
        var found = new List<ImportItem>();
        foreach (ImportColumn column in columns)
            if (Of(column.Name, several) is var (question, option)
                && found.All(i => i.Item != question.Code || i.Option != option))
                found.Add(new() { Column = column.Name, Item = question.Code, Option = option });
        // One column alone is as likely to be something else.
        return found.GroupBy(i => i.Item).Where(g => g.Count() > 1).SelectMany(g => g);
    }

    private static (Question Question, string Option)? Of(string name, List<Question> several)
    {
        foreach (string sign in Signs)
            for (int at = name.LastIndexOf(sign, StringComparison.Ordinal); at > 0;
                at = at == 0 ? -1 : name.LastIndexOf(sign, at - 1, StringComparison.Ordinal))
            {
                string before = name[..at], option = name[(at + sign.Length)..].TrimEnd(']').Trim();
                foreach (Question question in several)
                    if (Names(question, before) && PartOf(question, option) is { } code) return (question, code);
            }
        return null;
    }

    private static string? PartOf(Question question, string named) => QuestionKind.OptionOf(question, named)
        ?? question.Kind.FileParts(question).FirstOrDefault(part => string.Equals(part, named, StringComparison.OrdinalIgnoreCase));

    private static bool Names(Question question, string name)
    {
        string[] ways = [name, name[(name.LastIndexOf('/') + 1)..]];
        return ways.Any(way => Key(way) is { Length: > 0 } key
            && (key == Key(question.Code) || (question.Column is { } column && key == Key(column))
                || LocalText.Languages.Any(l => Key(question.Text.Exactly(l)) == key)));
    }

    private static string Key(string text) => string.Concat(FoldedText.Of(text).Where(char.IsLetterOrDigit));
}
