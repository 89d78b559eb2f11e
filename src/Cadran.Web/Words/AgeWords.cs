using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>How old a measurement is, in the unit people would say, and what it may still be called.</summary>
public static class AgeWords
{
    private const int DaysAreSaid = 14, WeeksAreSaid = 61, MonthsAreSaid = 24;

    public static string Age(this IStringLocalizer text, MeasurementAge age) => age switch
    {
        { Days: < DaysAreSaid } => text.Plural("{0} day|{0} days", age.Days),
        { Days: < WeeksAreSaid } => text.Plural("{0} week|{0} weeks", age.Days / 7),
        { Months: < MonthsAreSaid } => text.Plural("{0} month|{0} months", age.Months),
        _ => text.Plural("{0} year|{0} years", age.Months / 12),
    };

    /// <summary>The age alone, marked where it is more than the cycle allows.</summary>
    public static IHtmlContent AgeTag(this IStringLocalizer text, MeasurementAge age) =>
        age.IsOld ? StateMarkup.Tag(text.Age(age), "warn") : new HtmlString(System.Net.WebUtility.HtmlEncode(text.Age(age)));

    /// <summary>How a target stands; a measurement that is too old approves of nothing any more, and says how old it is.</summary>
    public static IHtmlContent Tag(this IStringLocalizer text, TargetStatus status, MeasurementAge? age) => age is { IsOld: true }
        ? StateMarkup.Tag(text["{0}, measured {1} ago", text[StateTags.Word(status)].Value, text.Age(age)],
            status == TargetStatus.OnTrack ? "neutral" : StateTags.Of(status))
        : text.Tag(status);
}
