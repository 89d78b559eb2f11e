using Cadran.Improvement;
using Cadran.Insight;
using Cadran.Reporting;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Where a service stands, in the words of lists.</summary>
public static class StandingWords
{
    /// <summary>Why it needs attention, in a sentence; null when it does not.</summary>
    public static string? Why(this IStringLocalizer text, ServiceStanding service)
    {
        string said = string.Join(", ", service.Reasons.Select(reason => text.Why(service, reason)));
        return said.Length == 0 ? null : char.ToUpper(said[0], System.Globalization.CultureInfo.CurrentCulture) + said[1..] + ".";
    }

    private static string Why(this IStringLocalizer text, ServiceStanding service, AttentionReason reason) => reason switch
    {
        AttentionReason.ActionLate => text.Plural("{0} action late since {1}|{0} actions late, the first since {1}", service.Actions.Late,
            service.Actions.LateSince!.Value.Long()),
        AttentionReason.TargetMissed when service.Target!.Progress?.Status != TargetStatus.OffTrack =>
            text["the target was due on {0} and is not shown to be reached", service.Target.Target.DueOn.Long()],
        AttentionReason.TargetMissed => text["below the path of its target"],
        AttentionReason.ScoreFell => text["the score fell by more than its margin"],
        AttentionReason.EffectToVerify => text.Plural("{0} effect to verify|{0} effects to verify", service.Actions.ToVerify),
        _ => text["not measured for {0} (the rule: every {1} months)", text.Age(service.Age!), service.Age!.CycleMonths],
    };

    /// <summary>What a change comes to, in a word or two.</summary>
    public static string Change(this IStringLocalizer text, ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Gain => text["rises"],
        ChangeVerdict.Loss => text["falls"],
        ChangeVerdict.NoMargin => text["no margin to judge it by"],
        _ => text["within the margin"],
    };

    /// <summary>How its target stands.</summary>
    public static IHtmlContent Target(this IStringLocalizer text, ServiceStanding service)
    {
        StandingTarget target = service.Target!;
        return target.Progress is not { } progress ? StateMarkup.Tag(text["not measured since"], "neutral")
            : target.Target.DueOn < service.On && progress.Status == TargetStatus.OnTrack && service.Age?.IsOld != true
                ? StateMarkup.Tag(text["reached"], "good")
            : text.Tag(progress.Status, service.Age);
    }

    /// <summary>What to call the same in a file.</summary>
    public static string TargetWord(this IStringLocalizer text, StandingTarget target) =>
        target.Progress is { } progress ? text[StateTags.Word(progress.Status)] : text["not measured since"];

    public static string Filter(this IStringLocalizer text, StandingFilter filter) => filter switch
    {
        StandingFilter.Measured => text["Measured services"],
        StandingFilter.Attention => text["What needs attention"],
        StandingFilter.Mine => text["Mine: I answer for an action"],
        StandingFilter.New => text["New since my last visit"],
        StandingFilter.Late => text["With late actions"],
        StandingFilter.Target => text["With a target"],
        StandingFilter.Old => text["Measured too long ago"],
        StandingFilter.Never => text["Never measured"],
        _ => text["All services"],
    };

    public static string Order(this IStringLocalizer text, StandingOrder order) => order switch
    {
        StandingOrder.Name => text["Name"],
        StandingOrder.Score => text["Lowest score"],
        StandingOrder.Change => text["Largest fall"],
        StandingOrder.Age => text["Oldest measurement"],
        _ => text["Need"],
    };

    /// <summary>What happened since the reader was last here; null when nothing did.</summary>
    public static string? News(this IStringLocalizer text, StandingTotals totals)
    {
        string[] said =
        [
            .. totals.NewWaves > 0 ? [text.Plural("{0} wave closed|{0} waves closed", totals.NewWaves)] : Array.Empty<string>(),
            .. totals.News.Comments > 0
                ? [text.Plural("{0} comment to read|{0} comments to read", totals.News.Comments.Value)]
                : Array.Empty<string>(),
            .. totals.News.Late > 0
                ? [text.Plural("{0} action became late|{0} actions became late", totals.News.Late)]
                : Array.Empty<string>(),
            .. totals.News.Verdicts > 0 ? [text.Plural("{0} effect was judged|{0} effects were judged", totals.News.Verdicts)]
                : Array.Empty<string>(),
        ];
        return said.Length == 0 ? null : string.Join(", ", said);
    }
}
