using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

/// <summary>How old a measurement is, in days and in months of the calendar, and when it is too old.</summary>
public sealed class MeasurementAgeTests
{
    [Theory]
    [InlineData("2026-02-28", "2026-03-27", 0)]
    [InlineData("2026-02-28", "2026-03-28", 1)]
    [InlineData("2026-01-31", "2026-02-27", 0)]
    [InlineData("2026-01-31", "2026-02-28", 1)]
    [InlineData("2022-03-31", "2026-11-30", 56)]
    [InlineData("2026-05-01", "2026-03-01", 0)]
    public void Months_AreThoseOfTheCalendar(string measured, string today, int months) =>
        Assert.Equal(months, new MeasurementAge(DateOnly.Parse(measured), DateOnly.Parse(today), 12).Months);

    [Theory]
    [InlineData("2025-03-02", 12, false)]
    [InlineData("2025-03-01", 12, true)]
    [InlineData("2025-03-01", 24, false)]
    public void TooOld_IsAfterTheCycle(string measured, int cycle, bool old) =>
        Assert.Equal(old, new MeasurementAge(DateOnly.Parse(measured), new(2026, 3, 2), cycle).IsOld);
}
