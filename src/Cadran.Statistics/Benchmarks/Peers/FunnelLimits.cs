namespace Cadran.Statistics.Benchmarks;

/// <summary>Limits at one size of unit, in the unit of the rate.</summary>
/// <param name="AlarmLow">Below it an alarm.</param>
/// <param name="WarningLow">Below it a warning.</param>
/// <param name="WarningHigh">Above it a warning.</param>
/// <param name="AlarmHigh">Above it an alarm.</param>
public readonly record struct FunnelLimits(double AlarmLow, double WarningLow, double WarningHigh, double AlarmHigh);
