using System.Globalization;

namespace Cadran.Catalogue;

/// <summary>The day of an import, and the day its files were published where somebody said so.</summary>
public sealed record ImportDays(DateOnly Today, DateOnly? PublishedOn = null)
{
    /// <summary>
    /// The day by which figures of a fiscal year were reported. Where nobody said it: today, but at the latest the day the next fiscal year
    /// ended, because by then the figures of that one are due; figures imported years later were not reported years later.
    /// </summary>
    public DateOnly ReportedOn(string fiscalYear) =>
        PublishedOn ?? (EndOf(fiscalYear)?.AddYears(1) is { } due && due < Today ? due : Today);

    /// <summary>Last day of "2023-2024" (31 March) or of "2023" (31 December); null for a year that is written in another way.</summary>
    public static DateOnly? EndOf(string fiscalYear)
    {
        string[] years = fiscalYear.Split('-');
        return years.Length switch
        {
            1 when Year(years[0]) is { } year => new DateOnly(year, 12, 31),
            2 when Year(years[0]) is { } first && Year(years[1]) is { } second && second == first + 1 => new DateOnly(second, 3, 31),
            _ => null,
        };
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 0 and < 9999
            ? year : null;
}
