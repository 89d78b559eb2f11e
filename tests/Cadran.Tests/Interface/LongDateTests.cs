using System.Globalization;
using Cadran.Web.Platform;
using Cadran.Web.Words;

namespace Cadran.Tests.Interface;

/// <summary>A day in a sentence, as each language writes it.</summary>
public sealed class LongDateTests
{
    [Theory]
    [InlineData("en", "2026-03-01", "March 1, 2026")]
    [InlineData("fr", "2026-03-01", "1er mars 2026")]
    [InlineData("fr", "2026-03-11", "11 mars 2026")]
    public void LongDate_FollowsItsLanguage(string language, string day, string written)
    {
        (CultureInfo culture, CultureInfo ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Cultures[language];
            Assert.Equal(written, DateOnly.Parse(day, CultureInfo.InvariantCulture).Long());
        }
        finally { (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui); }
    }
}
