using System.Globalization;
using Cadran.Catalogue;
using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>What the rules about standards say of one, whether it comes from a file or from the catalogue.</summary>
public static class StandardQuality
{
    public static IEnumerable<Remark> Of(StandardFigures figures, DateOnly reportedOn)
    {
        var assessment = new StandardAssessment(figures, reportedOn);
        foreach (StandardFinding finding in assessment.Findings)
        {
            switch (finding)
            {
                case StandardFinding.MeetingExceedsTotal:
                    string[] volumes = [Text(figures.Meeting!.Value), Text(figures.Total!.Value)];
                    yield return new("performance-over-100", "volume_meeting_target", volumes);
                    break;
                case StandardFinding.TargetOutOfRange:
                    yield return new("target-out-of-range", "target", [figures.Target!.Value.ToString()]);
                    break;
                case StandardFinding.NoVolume:
                    yield return new("no-standard-volume", "total_volume", []);
                    break;
            }
        }
        // Whichever rule of comparison the reporter followed: only an outcome that none of them gives is another one.
        if (figures.ReportedMet is { } reported && !assessment.Gives(reported))
            yield return new("outcome-differs", "target_met", [OutcomeCode.Of(reported), OutcomeCode.Of(assessment.Published)]);
    }

    /// <param name="volumes">The service's own of one fiscal year.</param>
    /// <param name="cases">Cases its standards count in that year.</param>
    public static IEnumerable<Remark> OfService(IReadOnlyList<ReportedVolume> volumes, long cases)
    {
        if (volumes.Count > 0 && cases > 0 && !ServiceQuality.CountsApplications(volumes))
            yield return new("volume-only-in-standards", "num_applications_total", [Text(cases)]);
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
