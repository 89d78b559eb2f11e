namespace Cadran.Insight;

/// <summary>
/// What the driver analysis says: importance, thresholds and priorities. The costly part of a result, worked out when asked for.
/// </summary>
/// <param name="Lines">The lines of the priority matrix; null without priorities.</param>
public sealed record DriverFindings(
    DriverResult Drivers, ThresholdResult Thresholds, IReadOnlyList<PriorityResult> Priorities, PriorityLines? Lines);
