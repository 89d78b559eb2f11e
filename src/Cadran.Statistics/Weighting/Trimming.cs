using System.Globalization;

namespace Cadran.Statistics.Weighting;

/// <summary>
/// Weight trimming: extreme weights pulled to a cap and what they lose shared equally among the others, none ending outside.
/// </summary>
/// <remarks>Keeps the sum of weights. Buys precision with a bias to be reported: see
/// <see cref="WeightReport"/>. Re-rake afterwards if margins matter, or calibrate with bounds. Oracle: R survey 4.1
/// <c>trimWeights(strict = TRUE)</c>.</remarks>
public static class Trimming
{
    /// <summary>
    /// The usual cap: the larger of median + 5 interquartile ranges and <paramref name="timesMean"/> times the
    /// mean, over positive weights.
    /// </summary>
    /// <param name="design">The sample with the weights to look at.</param>
    /// <param name="timesMean">Above 0.</param>
    /// <returns>In the unit of the weights.</returns>
    /// <exception cref="ArgumentException">All weights are zero, or <paramref name="timesMean"/> is not above 0.</exception>
    public static double UsualCap(Design design, double timesMean = 3)
    {
        if (!(timesMean > 0))
            throw new ArgumentOutOfRangeException(nameof(timesMean), timesMean, "A cap is some times the mean weight, more than 0.");
        var w = Enumerable.Range(0, design.Rows).Select(design.Weight).Where(x => x > 0).Order().ToArray();
        if (w.Length == 0) throw new ArgumentException("All weights are zero.", nameof(design));
        return Math.Max(SampleQuantile.Of(w, .5) + 5 * (SampleQuantile.Of(w, .75) - SampleQuantile.Of(w, .25)), timesMean * w.Average());
    }

    /// <summary>
    /// A design whose weights lie in [<paramref name="lower"/>, <paramref name="upper"/>] with the same sum. Rows of
    /// weight zero stay out.
    /// </summary>
    /// <param name="design">The sample with the weights to trim.</param>
    /// <param name="upper">The cap, in the unit of the weights; infinite for a floor alone.</param>
    /// <param name="lower">The floor, 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cap that is not above the floor, a negative floor.</exception>
    /// <exception cref="WeightingException">The bounds cannot hold the sum of the weights.</exception>
    public static Design Apply(Design design, double upper, double lower = 0)
    {
        if (!(upper > lower) || lower < 0)
            throw new ArgumentOutOfRangeException(nameof(upper), upper, $"The cap lies above the floor ({lower}), which is 0 or more.");
        var weights = new double[design.Rows];
        var people = 0;
        for (var i = 0; i < weights.Length; i++) { weights[i] = design.Weight(i); if (weights[i] > 0) people++; }
        var total = design.SumOfWeights;
        if (people * upper < total * (1 - 1e-12) || people * lower > total * (1 + 1e-12))
            throw new WeightingException(WeightingFailure.InfeasibleBounds, string.Create(CultureInfo.InvariantCulture,
                $"{people} weights in [{lower}, {upper}] cannot add up to {total}."));
        if (!weights.Any(w => w > 0 && (w < lower || w > upper))) return design;
        var shift = Shift(weights, total, lower, upper);
        for (var i = 0; i < weights.Length; i++) if (weights[i] > 0) weights[i] = Math.Clamp(weights[i] + shift, lower, upper);
        return design.WithWeights(weights);
    }

    /// <summary>
    /// The one amount that, added to every weight before clamping, keeps the sum. The sum grows with it, so bisection finds it.
    /// </summary>
    private static double Shift(double[] weights, double total, double lower, double upper)
    {
        // No weight can rise above the sum of all.
        double high = Math.Min(upper, total) + weights.Max(), low = -high;
        for (var i = 0; i < 200 && low < high; i++)
        {
            var middle = 0.5 * (low + high);
            if (middle == low || middle == high) break;
            double sum = 0;
            foreach (var w in weights) if (w > 0) sum += Math.Clamp(w + middle, lower, upper);
            if (sum < total) low = middle; else high = middle;
        }
        return 0.5 * (low + high);
    }
}
