namespace Cadran.Insight;

/// <summary>
/// What the driver analysis says: importance, thresholds and priorities. The costly part of a result, worked out when asked for.
/// </summary>
/// <param name="Lines">The lines of the priority matrix; null without priorities.</param>
public sealed record DriverFindings(
    DriverResult Drivers, ThresholdResult Thresholds, IReadOnlyList<PriorityResult> Priorities, PriorityLines? Lines)
{
    /// <summary>
    /// The priorities by each of <see cref="AnalysisOptions.Lines"/>; empty without priorities or when a line was chosen.
    /// </summary>
    public IReadOnlyList<PriorityChoice> Choices { get; init; } = [];
}
