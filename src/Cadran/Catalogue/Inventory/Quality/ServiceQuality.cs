using System.Globalization;

namespace Cadran.Catalogue;

/// <summary>What the rules about services say of one, whether it comes from a file or from the catalogue.</summary>
public static class ServiceQuality
{
    /// <param name="profile">Of the service.</param>
    /// <param name="volumes">Of one fiscal year.</param>
    public static IEnumerable<Remark> Of(ServiceProfile profile, IReadOnlyList<ReportedVolume> volumes)
    {
        if (profile.OnlinePoints.TryGetValue(Inventory.Feedback, out string? online)
            && (online == "Y") != profile.FeedbackChannels.Contains("ONL"))
            yield return new("feedback-contradiction", "client_feedback_channel", [online, List(profile.FeedbackChannels)]);
        if (profile.BusinessNumberUse is { } use && (use == "NA") == profile.ClientGroups.Contains("ECONOM"))
            yield return new("business-number", "cra_bn_identifier_usage", [use, List(profile.ClientGroups)]);
        if (volumes.Count > 0 && !CountsApplications(volumes)) yield return new("no-application-volume", "num_applications_total", []);
        if (volumes.FirstOrDefault(v => v is { Channel: "other", Count: > 0 }) is { } other && profile.Remarks == LocalText.Empty)
            yield return new("other-without-remark", "special_remarks_en", [other.Count!.Value.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>
    /// By the file's own sum where it has one; older files have none, and there any way of applying that was counted counts.
    /// </summary>
    public static bool CountsApplications(IReadOnlyList<ReportedVolume> volumes) =>
        volumes.Any(v => v.Channel == Inventory.Total) ? volumes.Any(v => v is { Channel: Inventory.Total, Count: > 0 })
            : volumes.Any(v => v is { Count: > 0 } && v.Channel != Channel.PhoneEnquiries.Volume && v.Channel != Channel.Website.Volume);

    private static string List(IReadOnlyList<string> codes) => codes.Count == 0 ? "–" : string.Join(", ", codes);
}
