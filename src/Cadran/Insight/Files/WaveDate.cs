using System.Globalization;
using System.Text.RegularExpressions;

namespace Cadran.Insight;

/// <summary>
/// The point in time that the name of a wave says: a day, a month, a quarter, a half, a season, a year or a fiscal year, in any usual
/// writing, English or French; a bare number counts too. Null for a name that says none.
/// </summary>
public static partial class WaveDate
{
    private static readonly string[][] Months =
    [
        ["jan", "janv", "january", "janvier"], ["feb", "fev", "fevr", "february", "fevrier"], ["mar", "mars", "march"],
        ["apr", "avr", "april", "avril"], ["may", "mai"], ["jun", "june", "juin"], ["jul", "juil", "july", "juillet"],
        ["aug", "aou", "august", "aout"], ["sep", "sept", "september", "septembre"], ["oct", "october", "octobre"],
        ["nov", "november", "novembre"], ["dec", "december", "decembre"],
    ];

    /// <summary>First month of a season, for the northern half of the world.</summary>
    private static readonly Dictionary<string, int> Seasons = new()
    {
        ["winter"] = 1,
        ["hiver"] = 1,
        ["spring"] = 4,
        ["printemps"] = 4,
        ["summer"] = 7,
        ["ete"] = 7,
        ["fall"] = 10,
        ["autumn"] = 10,
        ["automne"] = 10,
    };

    /// <summary>
    /// The times of all names, on one measure, or null when one of them says none: days and years are not mixed with bare numbers.
    /// </summary>
    public static IReadOnlyList<double>? Of(IReadOnlyList<string> names)
    {
        double?[] dates = [.. names.Select(Date)];
        if (Array.TrueForAll(dates, d => d is not null)) return [.. dates.Select(d => d!.Value)];
        double?[] numbers = [.. names.Select(n =>
            double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : (double?)null)];
        return Array.TrueForAll(numbers, n => n is not null) ? [.. numbers.Select(n => n!.Value)] : null;
    }

    /// <summary>Years since the year 0, with parts of a year.</summary>
    private static double? Date(string name)
    {
        string text = FoldedText.Of(name).Replace(".", "", StringComparison.Ordinal).Trim();
        if (YearAlone().Match(text) is { Success: true } year && IsYear(year)) return Year(year);
        if (Day().Match(text) is { Success: true } day) return Time(day, "y", "m", "d");
        if (DayLast().Match(text) is { Success: true } last) return Time(last, "y", "m", "d");
        if (Part().Match(text) is { Success: true } part)
        {
            int parts = part.Groups["k"].Value is "h" or "s" ? 2 : 4, number = Number(part, "n");
            return number >= 1 && number <= parts ? Year(part) + (number - 1.0) / parts : null;
        }
        if (Word().Match(text) is { Success: true } word)
        {
            string said = word.Groups["w"].Value;
            int month = Array.FindIndex(Months, m => m.Contains(said)) + 1;
            if (month == 0) month = Seasons.GetValueOrDefault(said);
            return month == 0 ? null : Year(word) + (month - 1.0) / 12 + (Number(word, "d") / 400.0);
        }
        return null;
    }

    /// <summary>A year, or two that follow each other: 2023-2024, 2023-24. 2023-09 is a month.</summary>
    private static bool IsYear(Match match) => !match.Groups["next"].Success
        || Number(match, "next") == Number(match, "y") + 1
        || (match.Groups["next"].Length == 2 && Number(match, "next") > 12 && Number(match, "next") == (Number(match, "y") + 1) % 100);

    private static double? Time(Match match, string year, string month, string day)
    {
        int m = Number(match, month), d = Number(match, day), y = Number(match, year);
        // Days before months where the number can be no month.
        if (m > 12 && d is >= 1 and <= 12) (m, d) = (d, m);
        return m is < 1 or > 12 || d > 31 ? null : y + (m - 1.0) / 12 + d / 400.0;
    }

    private static double Year(Match match) => Number(match, "y");

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<y>(19|20)\d\d)[-/ ]?(?<m>\d{1,2})([-/ ]?(?<d>\d{1,2}))?([t ]\d.*)?$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^((?<d>\d{1,2})[-/ ])?(?<m>\d{1,2})[-/ ](?<y>(19|20)\d\d)$")]
    private static partial Regex DayLast();

    [GeneratedRegex(@"^((fy ?)?(?<y>(19|20)\d\d)([-/]\d\d(\d\d)?)?[-/ ]*(?<k>[qths])(uarter|rimestre|alf|emestre)? ?(?<n>\d)" +
        @"|(?<k>[qths])(uarter|rimestre|alf|emestre)? ?(?<n>\d)[-/ ,]*(fy ?)?(?<y>(19|20)\d\d)([-/]\d\d(\d\d)?)?)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"^((?<d>\d{1,2}) )?(?<w>[a-z]+)[-/ ,]*(?<y>(19|20)\d\d)$|^(?<y>(19|20)\d\d)[-/ ,]*(?<w>[a-z]+)$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(fy|ay|year|annee|exercice|wave|vague|round|edition)? ?(?<y>(19|20)\d\d)([-/](?<next>(19|20)\d\d|\d\d))?$")]
    private static partial Regex YearAlone();
}
