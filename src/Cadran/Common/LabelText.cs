using System.Text;
using System.Text.RegularExpressions;

namespace Cadran;

/// <summary>
/// Words of an answer as files of others write them: with another apostrophe, dash, case, accent or space, for men, for women or for
/// both as in “satisfait(e)”, or with a number before or behind them.
/// </summary>
public static partial class LabelText
{
    /// <summary>Equal for two writings of the same words; empty for no words.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (char c in FoldedText.Of(ForBoth().Replace(text, "")))
        {
            char same = c switch
            {
                '\u02BC' or '`' or '\u00B4' or '\u2032' or '\u201B' => '\'',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                '\u200B' or '\uFEFF' or '\u00AD' => '\0',
                _ => c,
            };
            if (same == '\0' || (same == ' ' && (key.Length == 0 || key[^1] == ' '))) continue;
            key.Append(same);
        }
        return key.ToString().TrimEnd(' ', '.');
    }

    /// <summary>
    /// “5 - Very satisfied”, “5. Very satisfied”, “Very satisfied (5)”: the number and the words; null for anything else.
    /// </summary>
    public static (int Number, string Words)? Numbered(string text)
    {
        Match match = Before().Match(text);
        if (!match.Success) match = Behind().Match(text);
        return match.Success && int.TryParse(match.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out int number)
            ? (number, match.Groups["w"].Value.Trim()) : null;
    }

    // The ending of the feminine after a letter, in brackets or after a point.
    [GeneratedRegex(@"(?<=\p{L})(\(e\)|[·•]e\b|\(ne\))")]
    private static partial Regex ForBoth();

    [GeneratedRegex(@"^\s*[(\[]?(?<n>-?\d{1,3})[)\]]?\s*[-–—.:=)|]*\s+(?<w>\D.*)$|^\s*(?<n>-?\d{1,3})\s*[-–—.:=)|]+\s*(?<w>\D.*)$",
        RegexOptions.Singleline)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<w>\D.*?)\s*[(\[](?<n>-?\d{1,3})[)\]]\s*$", RegexOptions.Singleline)]
    private static partial Regex Behind();
}
