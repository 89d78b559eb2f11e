namespace Cadran.Statistics.Drivers;

/// <summary>One replicate.</summary>
/// <param name="Shares">LMG shares of R², adding up to 1.</param>
/// <param name="Means">Mean rating of each driver.</param>
internal sealed record ImportanceReplicate(double[] Shares, double[] Means);
