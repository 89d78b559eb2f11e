using System.Numerics;

namespace Cadran.Statistics.Control;

/// <summary>p chart and Laney's p′ chart for a share per period (answered in time, satisfied, met).</summary>
/// <remarks>Limits: p̄ ± width·√(p̄(1−p̄)/n_i), multiplied by sigma-z in Laney's chart, cut at 0 and 1. With thousands of cases
/// per period the plain chart calls nearly every point out of control; use p′. See docs/methods/control-charts.md. Oracle: R qcc
/// 2.7, orange juice data.</remarks>
public static class ProportionChart
{
    /// <summary>The p chart: limits from the binomial, for small volumes.</summary>
    /// <param name="successes">Per period, from 0 to the period's cases.</param>
    /// <param name="cases">Per period; 0 is a gap.</param>
    /// <param name="rules">Default: all four rules.</param>
    /// <param name="baseline">Number of first periods that set centre and spread; null for all.</param>
    /// <returns>A baseline without cases leaves the centre unknown: points without limits and without signals.</returns>
    /// <exception cref="ArgumentException">Columns of unequal length, successes outside 0 to the period's
    /// cases, a negative baseline.</exception>
    public static ControlChart P(ReadOnlySpan<long> successes, ReadOnlySpan<long> cases, RunRules? rules = null, int? baseline = null) =>
        Build(successes, cases, rules ?? RunRules.Default, baseline, laney: false);

    /// <summary>p′: the same with limits widened (or narrowed) by the observed period-to-period variation.</summary>
    /// <param name="successes">Per period, from 0 to the period's cases.</param>
    /// <param name="cases">Per period; 0 is a gap.</param>
    /// <param name="rules">Default: all four rules.</param>
    /// <param name="baseline">Number of first periods that set centre and spread; null for all.</param>
    /// <returns>A baseline without cases leaves the centre unknown: points without limits and without signals.</returns>
    /// <exception cref="ArgumentException">Columns of unequal length, successes outside 0 to the period's
    /// cases, a negative baseline.</exception>
    /// <remarks>Ranges are taken between periods with cases, across gaps. Fewer than two usable baseline periods leave the
    /// spread unknown: sigma-z is then 1.</remarks>
    public static ControlChart Laney(ReadOnlySpan<long> successes, ReadOnlySpan<long> cases, RunRules? rules = null,
        int? baseline = null) =>
        Build(successes, cases, rules ?? RunRules.Default, baseline, laney: true);

    private static ControlChart Build(ReadOnlySpan<long> successes, ReadOnlySpan<long> cases, RunRules rules, int? baseline, bool laney)
    {
        rules.Validate();
        Check(successes, cases);
        var used = ControlChart.Baseline(baseline, cases.Length);
        BigInteger met = 0, all = 0;
        for (var i = 0; i < used; i++)
        {
            met += successes[i];
            all += cases[i];
        }
        var centre = all == 0 ? double.NaN : (double)met / (double)all;
        var z = new double[cases.Length];
        for (var i = 0; i < z.Length; i++)
        {
            // Whole numbers: shares that are equal lie exactly on the centre, and rounding is not taken for a signal.
            z[i] = cases[i] == 0 || all == 0 ? double.NaN
                : Standardise((double)(successes[i] * all - met * cases[i]) / cases[i] / (double)all, Sigma(centre, cases[i]));
        }
        var dispersion = laney ? Dispersion(z.AsSpan(0, used)) : 1;
        for (var i = 0; i < z.Length; i++) z[i] = Standardise(z[i], dispersion);
        var signals = rules.Apply(z);
        var points = new ChartPoint[z.Length];
        for (var i = 0; i < points.Length; i++)
        {
            if (cases[i] == 0) continue;
            if (double.IsNaN(z[i]))
            {
                points[i] = new(successes[i] / (double)cases[i], null, null, ChartSignals.None);
                continue;
            }
            var reach = rules.Width * dispersion * Sigma(centre, cases[i]);
            points[i] = new(successes[i] / (double)cases[i], Math.Max(0, centre - reach), Math.Min(1, centre + reach), signals[i]);
        }
        return new(centre, double.NaN, points, dispersion);
    }

    private static void Check(ReadOnlySpan<long> successes, ReadOnlySpan<long> cases)
    {
        if (successes.Length != cases.Length)
            throw new ArgumentException($"{successes.Length} counts of successes for {cases.Length} periods.", nameof(successes));
        for (var i = 0; i < cases.Length; i++)
            if (successes[i] < 0 || successes[i] > cases[i])
                throw new ArgumentOutOfRangeException(nameof(successes), successes[i], $"Period {i}: not between 0 and {cases[i]} cases.");
    }

    private static double Sigma(double centre, long cases) => Math.Sqrt(centre * (1 - centre) / cases);

    /// <summary>Without spread, any departure is infinitely far.</summary>
    private static double Standardise(double departure, double sigma) =>
        departure == 0 ? 0 : sigma > 0 ? departure / sigma : double.IsNaN(departure)
        ? double.NaN : Math.Sign(departure) * double.PositiveInfinity;

    private static double Dispersion(ReadOnlySpan<double> z)
    {
        double sum = 0, previous = double.NaN;
        var ranges = 0;
        foreach (var value in z)
        {
            if (!double.IsFinite(value)) continue;
            if (!double.IsNaN(previous))
            {
                sum += Math.Abs(value - previous);
                ranges++;
            }
            previous = value;
        }
        return ranges == 0 ? 1 : sum / ranges / MeansChart.ExpectedRange(2);
    }
}
