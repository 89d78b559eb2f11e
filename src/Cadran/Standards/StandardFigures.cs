using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>The figures of a standard in one year, as reported: unknown ones are null.</summary>
/// <param name="Meeting">Cases that kept the standard.</param>
/// <param name="Total">All cases.</param>
/// <param name="ReportedMet">The reporter's own outcome, kept to be compared with ours.</param>
public sealed record StandardFigures(StandardTarget? Target, long? Meeting, long? Total, TargetMet? ReportedMet = null)
{
    /// <summary>What so many cases say about the true rate; null where they are unknown or contradict each other.</summary>
    public StandardConfidence? Confidence() =>
        Meeting is { } meeting && Total is { } total ? StandardConfidence.Of(meeting, total, Target?.Share) : null;
}
