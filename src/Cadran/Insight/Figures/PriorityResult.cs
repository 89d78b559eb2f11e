using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>A driver's place in the priority matrix.</summary>
/// <param name="Score">Of those who rated everything; null when it would give away the few who rated this driver
/// and not all others.</param>
/// <param name="Probability">Share of bootstrap replicates that put the driver in the same quadrant.</param>
public sealed record PriorityResult(string Code, double Importance, double? Score, Quadrant Quadrant, double? Probability)
{
    public bool Firm => Probability >= DriverPriority.FirmFrom;
}
