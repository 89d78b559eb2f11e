namespace Cadran.Statistics.Control;

/// <summary>XmR charts: individual values and their moving range, for a score or a duration per period.</summary>
/// <param name="Individuals">Limits at centre ± width·(mean moving range)/1.128.</param>
/// <param name="MovingRanges">Range between neighbouring periods; the first period and the one after a gap have none. Upper limit
/// 3.267 × mean moving range, lower limit 0; only the limits rule applies.</param>
/// <remarks>Oracle: R qcc 2.7 (xbar.one), piston ring means.</remarks>
public sealed record IndividualsChart(ControlChart Individuals, ControlChart MovingRanges)
{
    /// <summary>D4 for two observations, from the published tables.</summary>
    private const double RangeLimit = 3.267;

    /// <summary>Charts a score or a duration per period.</summary>
    /// <param name="values">One per period; NaN is a gap, infinite values throw.</param>
    /// <param name="rules">Default: all four rules.</param>
    /// <param name="baseline">Number of first periods that set centre and spread; null for all.</param>
    /// <returns>With fewer than two neighbouring values the spread is unknown: points without limits and without signals.</returns>
    public static IndividualsChart Of(ReadOnlySpan<double> values, RunRules? rules = null, int? baseline = null)
    {
        rules ??= RunRules.Default;
        rules.Validate();
        ControlChart.CheckFinite(values);
        var used = ControlChart.Baseline(baseline, values.Length);
        var ranges = new double[values.Length];
        for (var i = 0; i < ranges.Length; i++) ranges[i] = i == 0 ? double.NaN : Math.Abs(values[i] - values[i - 1]);
        var centre = ControlChart.Mean(values[..used]);
        var meanRange = ControlChart.Mean(ranges.AsSpan(0, used));
        var sigma = meanRange / MeansChart.ExpectedRange(2);
        var individuals =
            new ControlChart(centre, sigma, ControlChart.Draw(values, centre, [.. Enumerable.Repeat(sigma, values.Length)], rules));
        var points = new ChartPoint[ranges.Length];
        for (var i = 0; i < points.Length; i++)
        {
            if (double.IsNaN(ranges[i])) continue;
            var upper = RangeLimit * meanRange;
            points[i] = new(ranges[i], 0, upper, ranges[i] > upper ? ChartSignals.BeyondLimits : ChartSignals.None);
        }
        return new(individuals, new(meanRange, double.NaN, points));
    }
}
