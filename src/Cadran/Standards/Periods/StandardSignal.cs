using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>A period of a standard that asks for attention: it missed its target, or the chart says that something changed.</summary>
/// <param name="Signals">None where only the target was missed.</param>
public sealed record StandardSignal(
    Guid StandardId, Guid ServiceId, ReportingPeriod Period, PeriodFigures Figures, bool Missed, ChartSignals Signals);
