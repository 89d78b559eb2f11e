using System.Globalization;
using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection.Import;

/// <summary>A day is the one that is written, wherever and whenever the file is read.</summary>
public sealed class DayFormatsTests
{
    [Theory]
    [InlineData("2024-03-31T21:04:55.120-04:00", "yyyy-MM-ddTHH:mm:ss.fffzzz", "2024-03-31")]
    [InlineData("2024-03-06T23:55:01.000-05:00", "yyyy-MM-dd", "2024-03-06")]
    [InlineData("2024-03-31T23:59:59Z", "yyyy-MM-dd", "2024-03-31")]
    [InlineData("2024-03-04 09:12:11", "yyyy-MM-dd", "2024-03-04")]
    [InlineData("03/04/2024 9:12:11 AM", "M/d/yyyy", "2024-03-04")]
    [InlineData("04/03/2024 21:12", "d/M/yyyy", "2024-03-04")]
    [InlineData("4 mars 2024", "d MMMM yyyy", "2024-03-04")]
    [InlineData("Mar 4, 2024 10:00 PM", "MMM d, yyyy", "2024-03-04")]
    [InlineData("2024-13-04", "yyyy-MM-dd", null)]
    [InlineData("2024-03-04 noon", "yyyy-MM-dd", null)]
    [InlineData("2024-03-04 09:12", "yyyy-MM-ddTHH:mm", null)]
    public void Day_IsTheOneThatIsWritten(string text, string format, string? day) => Assert.Equal(day,
        DayFormats.Read(text, format)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2024-03-04 09:12:11|2024-03-05 10:00:00", "yyyy-MM-dd")]
    [InlineData("03/04/2024 9:12:11 AM|03/13/2024 9:12:11 AM", "M/d/yyyy")]
    [InlineData("13/04/2024|03/05/2024", "d/M/yyyy")]
    [InlineData("01.02.2024|28.02.2024", "d.M.yyyy")]
    // Nobody can tell, unless both say the same.
    [InlineData("03/04/2024|05/06/2024", "M/d/yyyy d/M/yyyy")]
    [InlineData("03/03/2024|04/04/2024", "M/d/yyyy")]
    [InlineData("soon|later", "")]
    public void Formats_AreThoseInWhichEveryTextIsADay(string texts, string formats) =>
        Assert.Equal(formats, string.Join(' ', DayFormats.Fitting(texts.Split('|'))));
}
