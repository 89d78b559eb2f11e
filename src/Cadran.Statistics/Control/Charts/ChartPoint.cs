namespace Cadran.Statistics.Control;

/// <summary>One period on a control chart.</summary>
/// <param name="Value">Plotted value; null for a gap (no volume), which has no limits either.</param>
/// <param name="Lower">Lower control limit, in the unit of the value.</param>
/// <param name="Upper">Upper control limit.</param>
/// <param name="Signals">Patterns this point completes.</param>
public readonly record struct ChartPoint(double? Value, double? Lower, double? Upper, ChartSignals Signals);
