using MathNet.Numerics.Statistics;

namespace Cadran.Statistics.Control;

/// <summary>A control chart: is the process stable, and which periods stand out?</summary>
/// <param name="Centre">Centre line; NaN when there is no usable period.</param>
/// <param name="Sigma">One sigma of a plotted value; NaN where it differs between points (p charts) or cannot be estimated.</param>
/// <param name="Points">One per input period, gaps included.</param>
/// <param name="Overdispersion">Laney's sigma-z: 1 when the counts vary as the binomial says, above 1 when more.
/// 1 for other charts.</param>
public sealed record ControlChart(double Centre, double Sigma, IReadOnlyList<ChartPoint> Points, double Overdispersion = 1)
{
    /// <summary>Zero-based positions of the points that signal.</summary>
    public IEnumerable<int> Signalling =>
        Points.Select((p, i) => (p, i)).Where(x => x.p.Signals != ChartSignals.None).Select(x => x.i);

    /// <summary>
    /// Points with their limits and signals, from a known centre and the sigma of each plotted value. NaN values are gaps; a NaN
    /// sigma gives a point without limits.
    /// </summary>
    internal static ChartPoint[] Draw(ReadOnlySpan<double> values, double centre, ReadOnlySpan<double> sigmas, RunRules rules)
    {
        var z = new double[values.Length];
        for (var i = 0; i < z.Length; i++)
        {
            var departure = values[i] - centre;
            z[i] = departure == 0 ? 0 : departure / sigmas[i];
        }
        var signals = rules.Apply(z);
        var points = new ChartPoint[values.Length];
        for (var i = 0; i < points.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            points[i] = double.IsNaN(sigmas[i])
                ? new(values[i], null, null, ChartSignals.None)
                : new(values[i], centre - rules.Width * sigmas[i], centre + rules.Width * sigmas[i], signals[i]);
        }
        return points;
    }

    /// <summary>How many first periods set centre and spread; all when not said.</summary>
    internal static int Baseline(int? baseline, int periods)
    {
        if (baseline is { } asked) ArgumentOutOfRangeException.ThrowIfNegative(asked, nameof(baseline));
        return Math.Min(baseline ?? periods, periods);
    }

    /// <summary>
    /// Mean of the values that are not NaN; NaN without any. Values that are all the same have exactly that mean, so that rounding
    /// is not taken for a signal.
    /// </summary>
    internal static double Mean(ReadOnlySpan<double> values) => ArrayStatistics.Mean([.. values.ToArray().Where(v => !double.IsNaN(v))]);

    /// <summary>For charts of a process whose centre and sigma are known.</summary>
    internal static void Check(ReadOnlySpan<double> values, double centre, double sigma)
    {
        if (!(sigma > 0) || double.IsInfinity(sigma))
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "Sigma is finite and above zero.");
        if (!double.IsFinite(centre)) throw new ArgumentOutOfRangeException(nameof(centre), centre, "The centre is a finite number.");
        CheckFinite(values);
    }

    internal static void CheckFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (double.IsInfinity(value))
                throw new ArgumentOutOfRangeException(nameof(values), value, "A value is finite, or NaN for a gap.");
    }
}
