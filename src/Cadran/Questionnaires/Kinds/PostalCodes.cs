using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cadran.Questionnaires;

/// <summary>Forms of postal codes and how many of their characters name a district, per country (<c>PostalCodes.json</c>).</summary>
internal static class PostalCodes
{
    // Characters kept of a code of a country we do not know: no more than the fewest of those we do.
    private const int KeptAnywhere = 2;

    private static readonly Dictionary<string, (Regex Form, int Kept, Regex District)> Countries = Load();
    private static readonly Regex Anywhere = Whole("[A-Z]{0,3}[0-9][A-Z0-9]{1,8}"), DistrictAnywhere = Whole("[A-Z0-9]{2}");

    public static bool Knows(string country) => Countries.ContainsKey(country);

    public static int KeptIn(string? country) =>
        country is not null && Countries.TryGetValue(country, out var known) ? known.Kept : KeptAnywhere;

    /// <summary>The part that is kept, which may be all that somebody writes; null when it is no code of that country, or of any.</summary>
    public static string? District(string typed, string? country)
    {
        string code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (typed.Length > PostalCodeKind.MaxLength) return null;
        if (code.Length > 0 && DistrictOf(country).IsMatch(code)) return code;
        // People put the sign of their country before it.
        if (country is not null && code.StartsWith(country, StringComparison.Ordinal) && Form(country).IsMatch(code[2..])) code = code[2..];
        else if (country == "BE" && code.Length == 5 && code[0] == 'B') code = code[1..];
        if (!Form(country).IsMatch(code)) return null;
        // The last three of a British code name the street; what stands before names the district, and its length differs.
        return country == "GB" ? code[..^3] : code[..KeptIn(country)];
    }

    private static Regex Form(string? country) =>
        country is not null && Countries.TryGetValue(country, out var known) ? known.Form : Anywhere;

    private static Regex DistrictOf(string? country) =>
        country is not null && Countries.TryGetValue(country, out var known) ? known.District : DistrictAnywhere;

    private static Regex Whole(string form) => new($"^(?:{form})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static Dictionary<string, (Regex, int, Regex)> Load()
    {
        using Stream stream = typeof(PostalCodes).Assembly.GetManifestResourceStream("PostalCodes.json")!;
        return JsonSerializer.Deserialize<Line[]>(stream, Mapping.JsonOptions)!
            .ToDictionary(l => l.Country, l => (Whole(l.Form), l.Kept, Whole(l.District)));
    }

    private sealed record Line(string Country, string Form, int Kept, string District);
}
