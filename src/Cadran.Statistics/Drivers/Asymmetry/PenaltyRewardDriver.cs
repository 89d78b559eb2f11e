namespace Cadran.Statistics.Drivers;

/// <summary>Penalty and reward of one driver.</summary>
/// <param name="Penalty">Coefficient of the low dummy, in points of the overall rating; normally negative.</param>
/// <param name="PenaltyError">Its standard error under the design.</param>
/// <param name="Reward">Coefficient of the high dummy; normally positive.</param>
/// <param name="RewardError">Its standard error under the design.</param>
/// <param name="Range">Reward + |penalty|: range of impact on overall, in points.</param>
/// <param name="Asymmetry">(reward - |penalty|) / range, in [-1, 1]; NaN when the range is zero or a dummy has no variation.</param>
/// <param name="Kind">Classification by asymmetry; null when it cannot be made.</param>
/// <remarks>A reward below zero or a penalty above zero (noise, or collinear drivers) is taken as zero in range and asymmetry, so
/// that both stay within their bounds; the coefficients are shown as they are.</remarks>
public sealed record PenaltyRewardDriver(
    double Penalty, double PenaltyError, double Reward, double RewardError, double Range, double Asymmetry, DriverKind? Kind);
