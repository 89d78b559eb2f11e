using System.Globalization;
using Cadran.Standards;

namespace Cadran.Domain.Tests.Standards;

/// <summary>Public holidays against the lists that governments publish.</summary>
public sealed class JurisdictionsTests
{
    // Canada Revenue Agency, "Public holidays": New Year, Good Friday, Easter Monday, Victoria Day, Canada Day, Civic Holiday, Labour Day,
    // Truth and Reconciliation, Thanksgiving, Remembrance Day, Christmas Day, Boxing Day, on the day they are kept.
    [Theory]
    [InlineData("CA", 2024, "01-01 03-29 04-01 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26")]
    [InlineData("CA", 2025, "01-01 04-18 04-21 05-19 07-01 08-04 09-01 09-30 10-13 11-11 12-25 12-26")]
    // A Boxing Day on a Saturday is kept on the Monday; one behind a Christmas that was moved, on the Tuesday.
    [InlineData("CA", 2026, "01-01 04-03 04-06 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28")]
    [InlineData("CA", 2027, "01-01 03-26 03-29 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28")]
    // Ontario, Employment Standards Act: nine public holidays, none on 30 September.
    [InlineData("CA-ON", 2025, "01-01 02-17 04-18 05-19 07-01 09-01 10-13 12-25 12-26")]
    // Quebec, Act respecting labour standards and the National Holiday Act: Good Friday or Easter Monday, 24 June.
    [InlineData("CA-QC", 2025, "01-01 04-18 05-19 06-24 07-01 09-01 10-13 12-25")]
    // British Columbia, Employment Standards Act: eleven statutory holidays.
    [InlineData("CA-BC", 2025, "01-01 02-17 04-18 05-19 07-01 08-04 09-01 09-30 10-13 11-11 12-25")]
    // Belgium, law of 4 January 1974: ten days.
    [InlineData("BE", 2025, "01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("BE", 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25")]
    public void Holidays_AreThosePublished(string code, int year, string days) => Assert.Equal(days, string.Join(' ',
        Jurisdictions.Find(code)!.Holidays(year).Distinct().Order().Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void EveryJurisdiction_HasHolidaysInEveryYear() => Assert.All(Jurisdictions.All.Skip(1), jurisdiction =>
        Assert.All(Enumerable.Range(WorkingTime.First.Year, WorkingTime.Last.Year - WorkingTime.First.Year + 1), year =>
            Assert.InRange(jurisdiction.Holidays(year).Distinct().Count(), 7, 16)));
}
