using System.Globalization;

namespace Cadran.Standards;

/// <summary>A month or a quarter of the calendar, by its first day.</summary>
public readonly record struct ReportingPeriod
{
    public const int Month = 1, Quarter = 3;

    private ReportingPeriod(DateOnly from, int months) => (From, Months) = (from, months);

    public DateOnly From { get; }
    public int Months { get; }
    public DateOnly Last => From.AddMonths(Months).AddDays(-1);
    public ReportingPeriod Next => new(From.AddMonths(Months), Months);

    public static ReportingPeriod Of(DateOnly day, int months)
    {
        if (months is not (Month or Quarter)) throw new ArgumentOutOfRangeException(nameof(months), months, "A month or a quarter.");
        return new(new DateOnly(day.Year, day.Month - ((day.Month - 1) % months), 1), months);
    }

    /// <summary>Reads a period as people write it: 2026-03, or 2026-Q1.</summary>
    public static ReportingPeriod? Read(string written)
    {
        string text = written.Trim();
        if (text.Length == 7 && text[4] == '-' && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year is > 1900 and < 2200)
        {
            if (text[5] is 'Q' or 'q' or 'T' or 't') return text[6] is >= '1' and <= '4' ? Of(new(year, 3 * (text[6] - '0'), 1), Quarter)
                : null;
            if (int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12)
                return Of(new(year, month, 1), Month);
        }
        return null;
    }

    public static ReportingPeriod Require(string? written) => Read(written ?? "")
        ?? throw new RuleViolationException("standard.period", "Write a month as 2026-03 or a quarter as 2026-Q1.", "Period");

    public override string ToString() => Months == Quarter
        ? string.Create(CultureInfo.InvariantCulture, $"{From.Year}-Q{(From.Month + 2) / 3}")
        : From.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
