namespace Cadran.Statistics.Control;

/// <summary>The share still open at a moment.</summary>
/// <param name="Time">In the unit of the durations.</param>
/// <param name="AtRisk">Cases still open just before <paramref name="Time"/>.</param>
/// <param name="Closed">Cases closed at <paramref name="Time"/>.</param>
/// <param name="Open">Estimated proportion open after <paramref name="Time"/>, in [0, 1].</param>
/// <param name="StandardError">Greenwood's, of <paramref name="Open"/>.</param>
/// <param name="Lower">Limit on the complementary log-log scale, in [0, 1]; NaN once nothing is open.</param>
/// <param name="Upper">As <paramref name="Lower"/>.</param>
public readonly record struct SurvivalStep(
    double Time, int AtRisk, int Closed, double Open, double StandardError, double Lower, double Upper);
