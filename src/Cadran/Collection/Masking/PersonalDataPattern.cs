using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cadran.Collection;

/// <summary>A line of <c>PersonalData.json</c>: what one kind of personal data looks like in one country.</summary>
/// <param name="Kind">What stands there instead; see <see cref="PersonalData"/>.</param>
/// <param name="Country">ISO 3166 code; empty for what looks the same everywhere.</param>
/// <param name="Pattern">
/// A regular expression without backtracking, read without regard to case, on <see cref="PlainText"/>; null where numbers are found by
/// the numbering plan of the country.
/// </param>
/// <param name="Check">What a match has to fulfil, by its name in <see cref="CheckDigits"/>; empty when nothing more.</param>
internal sealed record PersonalDataPattern(string Kind, string Country, Regex? Pattern, string Check)
{
    public static IReadOnlyList<PersonalDataPattern> Load()
    {
        using Stream data = typeof(PersonalDataPattern).Assembly.GetManifestResourceStream("PersonalData.json")!;
        return
        [
            .. from line in JsonSerializer.Deserialize<JsonElement[]>(data)!
               let pattern = Said(line, "pattern")
               // Without backtracking: no text can make a pattern slow.
               let regex = pattern.Length == 0 ? null
                   : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
               select new PersonalDataPattern(Said(line, "kind"), Said(line, "country"), regex, Said(line, "check")),
        ];
    }

    /// <summary>Where it stands in the text: places that do not overlap, from the first to the last.</summary>
    public IReadOnlyList<(int Start, int Length)> Find(string text) => Pattern is null ? NumberingPlan.Find(text, Country) : Matches(text);

    private List<(int Start, int Length)> Matches(string text)
    {
        var found = new List<(int, int)>();
        for (Match match = Pattern!.Match(text); match.Success;)
        {
            int length = Check.Length == 0 ? match.Length : CheckDigits.Holds(Check, match.Value);
            if (length > 0) found.Add((match.Index, length));
            match = Pattern.Match(text, match.Index + Math.Max(length, 1));
        }
        return found;
    }

    private static string Said(JsonElement line, string what) => line.GetProperty(what).GetString()!;
}
