using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>One period on the chart.</summary>
/// <param name="Result">Null for a gap.</param>
public sealed record ChartedPeriod(ReportingPeriod Period, PeriodResult? Result, ChartPoint Point);
