using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Comparison;

/// <summary>Is there a direction over time or over ordered groups?</summary>
public static class Trend
{
    /// <summary>Fewest waves for a line: with fewer, anything lies near one.</summary>
    public const int FewestWaves = 4;

    /// <summary>Longest series whose pairs, fifty million, are still compared in seconds.</summary>
    private const int LongestSeries = 10_000;

    /// <summary>Cochran–Armitage test of a linear trend in shares over ordered groups, χ² with one degree of freedom.</summary>
    /// <param name="successes">Per group, from 0 to its trials.</param>
    /// <param name="trials">Per group, in their order.</param>
    /// <param name="scores">Position of each group; 1, 2, 3 … when null.</param>
    /// <remarks>Oracle: R 4.2 <c>prop.trend.test</c>.</remarks>
    /// <returns>Suppressed as Undefined for nobody, everybody or a single group.</returns>
    /// <exception cref="ArgumentException">Columns of unequal length, more successes than trials, fewer than none, infinitely many trials,
    /// a position that is not finite.</exception>
    public static Significance CochranArmitage(ReadOnlySpan<double> successes, ReadOnlySpan<double> trials, double[]? scores = null)
    {
        var k = successes.Length;
        if (trials.Length != k || scores is not null && scores.Length != k)
            throw new ArgumentException($"{k} groups of successes, {trials.Length} of trials.", nameof(trials));
        var position = scores ?? [.. Enumerable.Range(1, k).Select(i => (double)i)];
        foreach (var s in position) if (!double.IsFinite(s)) throw new ArgumentException($"A group at position {s}.", nameof(scores));
        Magnitude.Check(position, nameof(scores));
        // Measured from the first group of anybody: a single one is then exactly where the centre is.
        var first = Math.Max(0, trials.IndexOfAnyExcept(0.0));
        double x = 0, n = 0, weighted = 0;
        for (var i = 0; i < k; i++)
        {
            if (!(successes[i] >= 0 && successes[i] <= trials[i] && double.IsFinite(trials[i])))
                throw new ArgumentOutOfRangeException(nameof(successes), successes[i], $"Group {i}: out of {trials[i]}.");
            x += successes[i];
            n += trials[i];
            weighted += trials[i] * (position[i] - position[first]);
        }
        double p = x / n, centre = weighted / n, cross = 0, spread = 0;
        for (var i = 0; i < k; i++)
        {
            var s = position[i] - position[first] - centre;
            cross += s * successes[i];
            spread += trials[i] * s * s;
        }
        if (!(p > 0 && p < 1) || !(spread > 0)) return Significance.Not(SuppressionReason.Undefined, "nobody, everybody or a single group");
        var statistic = cross * cross / (p * (1 - p) * spread);
        return new(statistic, ChiSquared.Upper(statistic, 1), 1);
    }

    /// <summary>
    /// Mann–Kendall test of a monotone trend with Sen's slope (median change per step); the statistic is z,
    /// continuity corrected, with ties.
    /// </summary>
    /// <param name="series">Successive values, finite.</param>
    /// <remarks>Gilbert (1987). Fewer than four values or a constant series: suppressed.</remarks>
    /// <exception cref="ArgumentException">A value that is not finite, more than 10,000 of them.</exception>
    public static (Significance Test, double S, double SenSlope) MannKendall(ReadOnlySpan<double> series)
    {
        var n = series.Length;
        for (var i = 0; i < n; i++)
            if (!double.IsFinite(series[i])) throw new ArgumentException($"Value {i} is {series[i]}.", nameof(series));
        if (n > LongestSeries) throw new ArgumentException($"{n} values, {LongestSeries} at most: all pairs are compared.", nameof(series));
        Magnitude.Check(series, nameof(series));
        if (n < FewestWaves)
            return (Significance.Not(SuppressionReason.TooFewRespondents, $"{n} values of at least {FewestWaves}"), double.NaN, double.NaN);
        double s = 0;
        var slopes = new double[n * (n - 1) / 2];
        for (int i = 0, at = 0; i < n; i++)
            for (var j = i + 1; j < n; j++)
            {
                s += Math.Sign(series[j] - series[i]);
                slopes[at++] = (series[j] - series[i]) / (j - i);
            }
        var ties = series.ToArray().GroupBy(v => v).Sum(g => g.Count() * (g.Count() - 1.0) * (2.0 * g.Count() + 5));
        var variance = (n * (n - 1.0) * (2.0 * n + 5) - ties) / 18;
        Array.Sort(slopes);
        var slope = SampleQuantile.Of(slopes, 0.5);
        if (!(variance > 0)) return (Significance.Not(SuppressionReason.Undefined, "the series is constant"), s, slope);
        var z = (s - Math.Sign(s)) / Math.Sqrt(variance);
        return (new(z, Normal.TwoSided(z)), s, slope);
    }

    /// <summary>Straight line through estimates of successive waves, each weighing as much as it is precise.</summary>
    /// <param name="times">When each wave was, in any unit; the slope is per that unit.</param>
    /// <param name="waves">Estimate of each wave, with its error.</param>
    /// <returns>The slope, and the test that the waves do lie on a line (χ², waves − 2): when it fails, a slope says little.</returns>
    /// <remarks>Waves that are suppressed, or without a finite error, are left out; fewer than four left, or no spread in
    /// time: suppressed. A normal reference is used, the errors of the estimates being known. Assumes independent waves.</remarks>
    /// <exception cref="ArgumentException">Another number of times than of waves, a time that is not finite.</exception>
    public static (Estimate Slope, Significance Fit) Line(ReadOnlySpan<double> times, IReadOnlyList<Estimate> waves)
    {
        if (times.Length != waves.Count) throw new ArgumentException($"{times.Length} times for {waves.Count} waves.", nameof(times));
        var t = times.ToArray();
        foreach (var when in t) if (!double.IsFinite(when)) throw new ArgumentException($"A wave at time {when}.", nameof(times));
        Magnitude.Check(t, nameof(times));
        int[] used =
            [.. Enumerable.Range(0, t.Length)
            .Where(i => waves[i].Suppressed is null && double.IsFinite(waves[i].Value)
            && waves[i].StandardError is > 0 and < double.PositiveInfinity)];
        var respondents = used.Length == 0 ? 0 : used.Min(i => waves[i].Respondents);
        if (used.Length < FewestWaves)
            return (Estimate.Withheld(SuppressionReason.TooFewRespondents, respondents, $"{used.Length} waves of at least {FewestWaves}"),
                Significance.Not(SuppressionReason.TooFewRespondents));
        Magnitude.Check([.. used.Select(i => waves[i].StandardError)], nameof(waves));
        double w = used.Sum(i => 1 / waves[i].Variance), start = t[used[0]];
        double time = start + used.Sum(i => (t[i] - start) / waves[i].Variance) / w,
            level = used.Sum(i => waves[i].Value / waves[i].Variance) / w;
        var spread = used.Sum(i => (t[i] - time) * (t[i] - time) / waves[i].Variance);
        if (!(spread > 0))
            return (Estimate.Withheld(SuppressionReason.Undefined, respondents, "all waves at one time"),
                Significance.Not(SuppressionReason.Undefined));
        var slope = used.Sum(i => (t[i] - time) * (waves[i].Value - level) / waves[i].Variance) / spread;
        var misfit = used.Sum(i => Math.Pow(waves[i].Value - level - slope * (t[i] - time), 2) / waves[i].Variance);
        return (new(slope, Math.Sqrt(1 / spread), double.PositiveInfinity, respondents),
            new(misfit, ChiSquared.Upper(misfit, used.Length - 2), used.Length - 2));
    }
}
