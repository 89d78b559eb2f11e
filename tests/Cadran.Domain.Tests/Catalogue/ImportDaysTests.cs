using Cadran.Catalogue;

namespace Cadran.Domain.Tests.Catalogue;

/// <summary>The day by which figures of a year were reported, where no file says it.</summary>
public sealed class ImportDaysTests
{
    [Theory]
    [InlineData("2023-2024", "2026-11-30", "2025-03-31")] // imported later than they were due: reported by then
    [InlineData("2024-2025", "2026-11-30", "2026-03-31")]
    [InlineData("2025-2026", "2026-11-30", "2026-11-30")]
    [InlineData("2025-2026", "2026-05-01", "2026-05-01")]
    [InlineData("2031-2032", "2026-05-01", "2026-05-01")]
    [InlineData("2023", "2026-05-01", "2024-12-31")]
    [InlineData("2023-2025", "2026-05-01", "2026-05-01")]
    [InlineData("FY 23", "2026-05-01", "2026-05-01")]
    [InlineData("", "2026-05-01", "2026-05-01")]
    [InlineData("9999-10000", "2026-05-01", "2026-05-01")]
    public void WithoutADayOfPublication(string fiscalYear, string today, string day) =>
        Assert.Equal(DateOnly.Parse(day), new ImportDays(DateOnly.Parse(today)).ReportedOn(fiscalYear));

    [Fact]
    public void TheDayOfPublication_IsTheDay() =>
        Assert.Equal(new DateOnly(2024, 11, 1), new ImportDays(new(2026, 11, 30), new(2024, 11, 1)).ReportedOn("2023-2024"));
}
