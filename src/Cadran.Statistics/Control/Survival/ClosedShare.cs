namespace Cadran.Statistics.Control;

/// <summary>The share of cases closed within a limit.</summary>
/// <param name="Share">In [0, 1].</param>
/// <param name="StandardError">Greenwood's; NaN once nothing is open.</param>
/// <param name="Lower">Limit on the complementary log-log scale, in [0, 1]; NaN where the error is, and 0 before the first closing.</param>
/// <param name="Upper">As <paramref name="Lower"/>.</param>
public sealed record ClosedShare(double Share, double StandardError, double Lower, double Upper);
