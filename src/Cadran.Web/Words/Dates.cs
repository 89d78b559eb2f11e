using System.Globalization;
using Cadran.Web.Platform;

namespace Cadran.Web.Words;

/// <summary>
/// The two ways a page writes a day: long in a sentence (<c>Long</c>), short in a column (<c>ToString("d")</c>, 2026-03-01 in both
/// languages). A pattern cannot say that French writes the first of the month as an ordinal, so the long one is written here.
/// </summary>
public static class Dates
{
    public static string Long(this DateOnly day)
    {
        string written = day.ToString("D", CultureInfo.CurrentCulture);
        return day.Day == 1 && Localization.Language == "fr" ? "1er" + written[1..] : written;
    }

    public static string Long(this DateTime at) => DateOnly.FromDateTime(at).Long();
}
