using Cadran.Improvement;
using Cadran.Standards;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>How far a plan has come, and what became of its parts, in words.</summary>
public static class PlanWords
{
    public static string Word(this IStringLocalizer text, PlanState state) => state switch
    {
        PlanState.Draft => text["being written"],
        PlanState.InReview => text["in review"],
        PlanState.Approved => text["approved"],
        _ => text["published"],
    };

    public static IHtmlContent Tag(this IStringLocalizer text, PlanState state) => StateMarkup.Tag(text.Word(state), state switch
    {
        PlanState.Draft => "neutral",
        PlanState.InReview => "warn",
        _ => "good",
    });

    /// <summary>What became of an action by that day.</summary>
    public static IHtmlContent Became(this IStringLocalizer text, ImprovementAction? action, DateOnly dueOn, DateOnly on) => action switch
    {
        null => StateMarkup.Tag(text["no longer in the register"], "neutral"),
        { AbandonedAtUtc: not null } => StateMarkup.Tag(text["abandoned"], "neutral"),
        { DeliveredOn: { } day } when day <= dueOn => StateMarkup.Tag(text["delivered in time"], "good"),
        { DeliveredOn: { } day } when day <= on => StateMarkup.Tag(text["delivered late"], "warn"),
        _ when dueOn < on => StateMarkup.Tag(text["late, not delivered"], "bad"),
        _ => StateMarkup.Tag(text["not due yet"], "neutral"),
    };

    /// <summary>Whether more than the margins lie between two levels, as far as their intervals tell.</summary>
    public static string Moved(this IStringLocalizer text, PlanContent.Level before, PlanContent.Level after) =>
        after.Low > before.High ? text["above it beyond both margins"]
        : after.High < before.Low ? text["below it beyond both margins"]
        : text["the intervals overlap"];
}
