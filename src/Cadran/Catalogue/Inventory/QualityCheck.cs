using System.Globalization;
using Cadran.Statistics.Control;

namespace Cadran.Catalogue;

/// <summary>What the quality rules say about a service or a standard, whether it comes from a file or from the catalogue.</summary>
public static class QualityCheck
{
    public sealed record Remark(string Code, string Field, IReadOnlyList<string> Args)
    {
        public QualityRule Rule => QualityRules.Find(Code);
    }

    /// <param name="profile">Of the service.</param>
    /// <param name="volumes">Of one fiscal year.</param>
    /// <param name="standardCases">Cases its standards count in that year.</param>
    public static IEnumerable<Remark> Service(ServiceProfile profile, IReadOnlyList<ReportedVolume> volumes, long standardCases)
    {
        if (profile.OnlinePoints.TryGetValue(Inventory.Feedback, out string? online) && (online == "Y") != profile.FeedbackChannels.Contains("ONL"))
            yield return new("feedback-contradiction", "client_feedback_channel", [online, List(profile.FeedbackChannels)]);
        if (profile.BusinessNumberUse is { } use && (use == "NA") == profile.ClientGroups.Contains("ECONOM"))
            yield return new("business-number", "cra_bn_identifier_usage", [use, List(profile.ClientGroups)]);
        if (volumes.Count == 0) yield break;
        bool counted = volumes.Any(v => v is { Channel: Inventory.Total, Count: > 0 });
        if (!counted) yield return new("no-application-volume", "num_applications_total", []);
        if (!counted && standardCases > 0) yield return new("volume-only-in-standards", "num_applications_total", [Text(standardCases)]);
        if (volumes.FirstOrDefault(v => v is { Channel: "other", Count: > 0 }) is { } other && profile.Remarks == LocalText.Empty)
            yield return new("other-without-remark", "special_remarks_en", [Text(other.Count!.Value)]);
    }

    public static IEnumerable<Remark> Standard(string? target, long? meeting, long? total, string? reportedMet)
    {
        decimal? share = Target(target);
        StandardOutcome outcome = ServiceStandardCheck.Evaluate(meeting, total, share, ComparisonRule.Rounded());
        foreach (StandardFinding finding in outcome.Findings)
        {
            switch (finding)
            {
                case StandardFinding.MeetingExceedsTotal: yield return new("performance-over-100", "volume_meeting_target", [Text(meeting!.Value), Text(total!.Value)]); break;
                case StandardFinding.TargetOutOfRange: yield return new("target-out-of-range", "target", [target!]); break;
                case StandardFinding.NoVolume: yield return new("no-standard-volume", "total_volume", []); break;
            }
        }
        if (reportedMet is not null && reportedMet != Code(outcome.Met)) yield return new("outcome-differs", "target_met", [reportedMet, Code(outcome.Met)]);
    }

    public static string Code(TargetMet met) => met switch { TargetMet.Yes => "Y", TargetMet.No => "N", _ => "NA" };

    /// <summary>The target as it was written, as a number; null when blank or unreadable.</summary>
    public static decimal? Target(string? written) =>
        decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal target) ? target : null;

    private static string List(IReadOnlyList<string> codes) => codes.Count == 0 ? "–" : string.Join(", ", codes);

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
