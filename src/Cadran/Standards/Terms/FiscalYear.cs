using System.Globalization;

namespace Cadran.Standards;

/// <summary>Fiscal years from April to March, written as 2025-2026.</summary>
public static class FiscalYear
{
    private const int FirstMonth = 4;

    /// <summary>The year a day lies in.</summary>
    public static string Of(DateOnly day)
    {
        int from = day.Month >= FirstMonth ? day.Year : day.Year - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{from}-{from + 1}");
    }

    /// <summary>Of a year that is one.</summary>
    public static DateOnly FirstDay(string year) => new(int.Parse(Require(year)[..4], CultureInfo.InvariantCulture), FirstMonth, 1);

    /// <summary>Two years that follow each other.</summary>
    public static bool IsOne(string year) => year.Length == 9 && year[4] == '-'
        && int.TryParse(year[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int from)
        && int.TryParse(year[5..], NumberStyles.None, CultureInfo.InvariantCulture, out int to) && to == from + 1 && from >= 1900;

    public static string Require(string? year) => year?.Trim() is { } written && IsOne(written) ? written
        : throw new RuleViolationException("standard.year",
            "Write a fiscal year as two years that follow each other, such as 2025-2026.", "Year");
}
