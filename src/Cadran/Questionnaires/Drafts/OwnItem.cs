using System.Text;
using System.Text.RegularExpressions;

namespace Cadran.Questionnaires;

/// <summary>Rules for questions people write themselves: their codes and the codes of their options.</summary>
public static partial class OwnItem
{
    public const int CodeMaxLength = 40;
    public const int MaxOptions = 60;

    // Articles and most prepositions of English and French.
    private const int LittleWord = 3;

    /// <summary>
    /// A code made of a text: "Wait at the desk?" gives wait_at_the_desk, "Cœur" gives coeur. Of a long text it keeps the words that tell
    /// it from others, as far as they fit, and whole.
    /// </summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (char c in FoldedText.Of(text))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '_') slug.Append('_');
        }
        string code = slug.ToString().Trim('_');
        return code.Length <= CodeMaxLength ? code : Short(code);
    }

    private static string Short(string code)
    {
        string[] words = code.Split('_');
        string[] telling = [.. words.Where(word => word.Length > LittleWord)];
        code = string.Join('_', telling.Length > 0 ? telling : words);
        if (code.Length <= CodeMaxLength) return code;
        int end = code.LastIndexOf('_', CodeMaxLength);
        return code[..(end > 0 ? end : CodeMaxLength)];
    }

    /// <summary>A code for a new question that no question of the questionnaire and no common measure has.</summary>
    public static string FreeCode(QuestionnaireContent content, string text)
    {
        string wanted = Slug(text);
        if (wanted.Length == 0 || !char.IsAsciiLetterLower(wanted[0])) wanted = ("q_" + wanted).TrimEnd('_');
        if (IsReserved(wanted)) wanted += "_";
        return Free(wanted, code => content.Find(code) is not null || MeasureBank.Current.Find(code) is not null);
    }

    /// <summary>Options written one a line in each language; the code of an option known before stays when its text stays.</summary>
    public static IReadOnlyList<QuestionOption> Options(IReadOnlyList<LocalText> labels, IReadOnlyList<QuestionOption> before)
    {
        var options = new List<QuestionOption>();
        foreach (LocalText label in labels)
        {
            string wanted = before.FirstOrDefault(o => SameText(o.Label, label))?.Code ?? Slug(label.In("en"));
            if (wanted.Length == 0) wanted = "option";
            options.Add(new(Free(wanted, code => IsReserved(code) || options.Any(o => o.Code == code)), label));
        }
        return options;
    }

    public static bool IsCode(string code) => code.Length <= CodeMaxLength && !IsReserved(code) && CodePattern().IsMatch(code);

    // What stands for a kind of no value in stored answers can be no answer.
    private static bool IsReserved(string code) => NoValueCode.Find(code) is not null;

    private static bool SameText(LocalText known, LocalText label) =>
        LocalText.Languages.FirstOrDefault(l => known.Exactly(l).Length > 0) is { } language
        && known.Exactly(language) == label.Exactly(language);

    private static string Free(string wanted, Func<string, bool> taken)
    {
        string code = wanted;
        for (int n = 2; taken(code); n++) code = $"{wanted[..Math.Min(wanted.Length, CodeMaxLength - 4)]}_{n}";
        return code;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex CodePattern();
}
