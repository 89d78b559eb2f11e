using System.Text.RegularExpressions;

namespace Cadran;

/// <summary>
/// Reading ease, about 0 (hard) to 100 (easy), by the formula made for each language: Flesch (English), Kandel and Moles (French),
/// Douma (Dutch), Amstad (German). Syllables are counted as groups of vowels, so it is a hint for the author, not a measure to publish.
/// </summary>
public static partial class Readability
{
    /// <summary>Below it a text asks for more than a few years of secondary school.</summary>
    public const double HardBelow = 50;

    public static int Words(string text) => Word().Count(text);

    /// <summary>Reading ease of a text, or null when it has no words.</summary>
    public static double? Ease(string text, string language)
    {
        int words = Words(text);
        if (words == 0) return null;
        double sentences = Math.Max(1, SentenceEnd().Count(text));
        double perSentence = words / sentences, perWord = Word().Matches(text).Sum(m => Syllables(m.Value, language)) / (double)words;
        return language switch
        {
            "fr" => 207 - 1.015 * perSentence - 73.6 * perWord,
            "nl" => 206.835 - 0.93 * perSentence - 77 * perWord,
            "de" => 180 - perSentence - 58.5 * perWord,
            _ => 206.835 - 1.015 * perSentence - 84.6 * perWord,
        };
    }

    private static int Syllables(string word, string language)
    {
        int groups = VowelGroup().Count(word);
        // A final e is mute in English and French, except alone in its word.
        if (language is "en" or "fr" && groups > 1 && word.EndsWith('e')) groups--;
        return Math.Max(1, groups);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[’'\-][\p{L}\p{N}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?]+", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[aeiouyàâäéèêëîïôöùûüœæ]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex VowelGroup();
}
