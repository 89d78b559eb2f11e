using System.Text;
using Cadran.Questionnaires;

namespace Cadran.Web.Files;

/// <summary>
/// Names of columns that every statistics program takes: they begin with a letter, hold letters, digits and underscores, have at most 64
/// bytes, differ in more than capitals, and are no words of a command language.
/// </summary>
public static class VariableNames
{
    public const int MaxLength = 64;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH",
        "IF", "ELSE", "FOR", "IN", "NEXT", "BREAK", "TRUE", "FALSE", "NULL", "NA", "FUNCTION", "REPEAT", "WHILE",
    };

    /// <summary>
    /// A name for each column that a closed question can have in a file, by what the questionnaire calls it: the same in every file of its
    /// answers, whichever columns that file has.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(QuestionnaireContent content)
    {
        var taken = new HashSet<string>(SampleColumns.Names, StringComparer.OrdinalIgnoreCase);
        return content.Questions.Where(q => !q.Kind.IsText).SelectMany(q => q.Kind.Columns(q))
            .ToDictionary(column => column, column => Free(Written(column), taken));
    }

    private static string Written(string wanted)
    {
        var name = new StringBuilder();
        foreach (char c in FoldedText.Of(wanted)) name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (name.Length == 0 || !char.IsAsciiLetter(name[0])) name.Insert(0, "q_");
        string text = name.ToString().TrimEnd('_');
        if (text.Length > MaxLength) text = text[..MaxLength].TrimEnd('_');
        return Reserved.Contains(text) ? "q_" + text : text;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int n = 2; !taken.Add(free); n++) free = $"{name[..Math.Min(name.Length, MaxLength - 4)]}_{n}";
        return free;
    }
}
