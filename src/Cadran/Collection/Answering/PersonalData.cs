using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Finds what identifies a person in a comment and replaces it before anything is stored. The patterns are data
/// (<c>PersonalData.json</c>): a line per kind and country, with an optional check digit.
/// </summary>
public static class PersonalData
{
    private static readonly (string Kind, Regex Regex, Func<string, bool> Holds)[] Patterns = Load();

    // A mask says in the writer's language what stood there.
    private static readonly Dictionary<string, LocalText> Masks = new()
    {
        ["phone"] = new("[telephone number]", "[numéro de téléphone]"),
        ["email"] = new("[e-mail address]", "[adresse courriel]"),
        ["sin"] = new("[social insurance number]", "[numéro d’assurance sociale]"),
        ["postal"] = new("[postal code]", "[code postal]"),
    };

    /// <summary>Text and counts by kind after masking; <see cref="Found"/> is false when the text is as it was.</summary>
    public sealed record Masked(string Text, IReadOnlyDictionary<string, int> Counts, bool Found);

    /// <summary>Masks the text. Masks put there before (<paramref name="earlier"/>) keep counting as long as they stand in it.</summary>
    public static Masked Mask(string text, string language, IReadOnlyDictionary<string, int>? earlier = null)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (kind, n) in earlier ?? new Dictionary<string, int>())
            if (Math.Min(n, Masks[kind].Languages().Sum(mask => text.AsSpan().Count(mask))) is > 0 and int still) counts[kind] = still;
        bool found = false;
        foreach (var (kind, regex, holds) in Patterns)
            text = regex.Replace(text, match =>
            {
                if (!holds(match.Value)) return match.Value;
                found = true;
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
                return Masks[kind].In(language);
            });
        return new(text, counts, found);
    }

    /// <summary>
    /// The comment as it may be kept, with what was masked in it now and <paramref name="earlier"/>; whether something was masked now.
    /// </summary>
    public static (Answer.Comment Kept, bool Found) Mask(Answer.Comment comment, string language, Answer.Comment? earlier = null)
    {
        Masked masked = Mask(comment.Text, language, earlier?.Masked);
        return (new(masked.Text, masked.Counts.Count > 0 ? masked.Counts : null), masked.Found);
    }

    private static IEnumerable<string> Languages(this LocalText mask) =>
        LocalText.Languages.Select(mask.Exactly).Where(text => text.Length > 0);

    private static (string, Regex, Func<string, bool>)[] Load()
    {
        using Stream data = typeof(PersonalData).Assembly.GetManifestResourceStream("PersonalData.json")!;
        return
        [
            .. from e in JsonSerializer.Deserialize<JsonElement[]>(data)!
               // Without backtracking: no text can make a pattern slow.
               let regex = new Regex(Said(e, "pattern"), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)
               select (Said(e, "kind"), regex, Said(e, "check") == "luhn" ? (Func<string, bool>)Luhn : _ => true),
        ];
    }

    private static string Said(JsonElement pattern, string what) => pattern.GetProperty(what).GetString()!;

    private static bool Luhn(string text)
    {
        int sum = 0;
        bool second = false;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsDigit(text[i])) continue;
            int digit = (int)CharUnicodeInfo.GetNumericValue(text[i]);
            if (second) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
            second = !second;
        }
        return sum % 10 == 0;
    }
}
