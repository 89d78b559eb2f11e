using Microsoft.Extensions.Time.Testing;

namespace Cadran.Domain.Tests.Common;

public sealed class ClockTests
{
    [Theory]
    [InlineData("2026-03-02T03:30:00Z", -5, "2026-03-01")] // still yesterday evening west of Greenwich
    [InlineData("2026-03-02T23:30:00Z", +9, "2026-03-03")]
    [InlineData("2026-03-02T12:00:00Z", 0, "2026-03-02")]
    public void Today_IsTheDayWhereTheInstallationIs(string utc, int hours, string day)
    {
        var instant = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);
        var time = new FakeTimeProvider(instant);
        time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(hours), "test", "test"));
        Assert.Equal(day, time.Today.Iso());
        Assert.Equal(new Moment(instant.UtcDateTime, time.Today), time.Now);
    }
}
