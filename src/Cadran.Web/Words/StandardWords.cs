using Cadran.Standards;
using Cadran.Statistics.Control;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Rules of comparison, and why a standard cannot be assessed, in words.</summary>
public static class StandardWords
{
    public static string Rule(ComparisonRule rule, IStringLocalizer<Text> text) =>
        rule.Digits is { } digits ? text["Rounded to {0} decimals", digits] : text["Exact fractions"];

    /// <summary>What an address calls the rule.</summary>
    public static string Code(ComparisonRule rule) => rule.Digits is null ? "exact" : "rounded";

    /// <summary>Why one standard cannot be assessed.</summary>
    public static string Of(NotAssessable reason, IStringLocalizer<Text> text) => reason switch
    {
        NotAssessable.MoreMetThanCases => text["More cases met it than there were: an error of the source."],
        NotAssessable.NegativeCount => text["A count is below zero: an error of the source."],
        NotAssessable.TargetOutOfRange => text["Its target is not between 0 and 100%: an error of the source."],
        NotAssessable.NoTarget => text["It has no target."],
        NotAssessable.TargetOfZero => text["Its target of zero promises nothing."],
        NotAssessable.NoCases => text["It had no cases."],
        _ => text["Its cases were not counted."],
    };

    /// <summary>How many standards cannot be assessed, by reason.</summary>
    public static string Of(StandardCounts counts, IStringLocalizer<Text> text) =>
        string.Join(", ", counts.Reasons.Select(r => Counted(r.Reason, r.Count, text)));

    private static string Counted(NotAssessable reason, int count, IStringLocalizer<Text> text) => reason switch
    {
        NotAssessable.MoreMetThanCases => text["{0:N0} met by more cases than there were", count],
        NotAssessable.NegativeCount => text["{0:N0} with a count below zero", count],
        NotAssessable.TargetOutOfRange => text["{0:N0} with a target outside 0 to 100%", count],
        NotAssessable.NoTarget => text["{0:N0} without a target", count],
        NotAssessable.TargetOfZero => text["{0:N0} with a target of zero", count],
        NotAssessable.NoCases => text["{0:N0} without cases", count],
        _ => text["{0:N0} whose cases were not counted", count],
    };
}
