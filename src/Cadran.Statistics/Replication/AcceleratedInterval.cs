using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Replication;

/// <summary>
/// Bias-corrected and accelerated (BCa) bootstrap interval: percentiles moved for a bias of the replicates and for an error that
/// grows with the value.
/// </summary>
/// <remarks>Efron (1987); Davison and Hinkley (1997), ch. 5. Better than plain percentiles for skewed statistics near a
/// bound; needs more replicates (1,000 for 95 %). Oracle: R boot 1.3-28.1 <c>boot.ci(type = "bca")</c>, 1e-12.</remarks>
public static class AcceleratedInterval
{
    /// <summary>
    /// Limits in the unit of the replicates; null when they cannot be had: no replicates, an estimate outside all of them,
    /// an acceleration that is NaN or so large that they would cross.
    /// </summary>
    /// <param name="estimate">From the full sample.</param>
    /// <param name="replicates">Bootstrap estimates, any order; finite.</param>
    /// <param name="acceleration">See <see cref="Acceleration"/>; 0 gives the bias-corrected percentile interval.</param>
    /// <param name="confidence">In (0, 1).</param>
    /// <exception cref="ArgumentException">A replicate that is not finite, a confidence level outside (0, 1).</exception>
    public static Interval? Limits(double estimate, ReadOnlySpan<double> replicates, double acceleration, double confidence = 0.95)
    {
        Interval.CheckConfidence(confidence);
        var sorted = replicates.ToArray();
        foreach (var x in sorted) if (!double.IsFinite(x)) throw new ArgumentException($"A replicate is {x}.", nameof(replicates));
        Array.Sort(sorted);
        var below = sorted.Count(x => x < estimate);
        // All alike: the statistic did not move at all, and its interval is a point.
        if (sorted.Length > 0 && sorted[0] == sorted[^1] && sorted[0] == estimate) return new(estimate, estimate);
        if (below == 0 || below == sorted.Length || double.IsNaN(acceleration)) return null;
        double bias = Normal.Quantile(below / (double)sorted.Length), z = Normal.Quantile(0.5 + confidence / 2);
        // From here on the limits would run back and cross.
        if (!(1 - acceleration * (bias - z) > 0 && 1 - acceleration * (bias + z) > 0)) return null;
        double Moved(double from) => Normal.Cumulative(bias + (bias + from) / (1 - acceleration * (bias + from)));
        return new(At(sorted, Moved(-z)), At(sorted, Moved(z)));
    }

    /// <summary>Σu³ / (6·(Σu²)^1.5): the skewness of the statistic over sampling units. NaN when no unit matters.</summary>
    /// <param name="influence">What each first-stage cluster adds to the estimate, centred within its stratum; (n−1)/n·(mean of the
    /// stratum's jackknife replicates − replicate), times √(1−f) with known populations.</param>
    public static double Acceleration(ReadOnlySpan<double> influence)
    {
        Magnitude.Check(influence, nameof(influence));
        double squares = 0, cubes = 0;
        foreach (var u in influence) { squares += u * u; cubes += u * u * u; }
        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : double.NaN;
    }

    /// <summary>
    /// Order statistics interpolated on the normal scale (Davison and Hinkley 1997, 5.8); the extreme replicate beyond their reach.
    /// </summary>
    private static double At(double[] sorted, double probability)
    {
        var n = sorted.Length;
        var position = (n + 1) * probability;
        var k = (int)Math.Floor(position);
        if (k < 1) return sorted[0];
        if (k >= n) return sorted[^1];
        double low = Normal.Quantile(k / (n + 1.0)), high = Normal.Quantile((k + 1) / (n + 1.0));
        return sorted[k - 1] + (Normal.Quantile(probability) - low) / (high - low) * (sorted[k] - sorted[k - 1]);
    }
}
