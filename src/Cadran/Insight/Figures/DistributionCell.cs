namespace Cadran.Insight;

/// <summary>How many gave one answer, and their share of those who answered.</summary>
/// <param name="Value">Rating; parts of a point for a driver that is a mean.</param>
public sealed record DistributionCell(double Value, int N, PublishedNumber Share);
