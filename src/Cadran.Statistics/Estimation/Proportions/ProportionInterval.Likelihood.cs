using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Estimation;

public static partial class ProportionInterval
{
    /// <summary>
    /// Complex design: the shares that a scaled likelihood ratio does not rule out. Not symmetric, never outside [0, 1]; exact
    /// binomial when the variance is zero. Null when suppressed.
    /// </summary>
    /// <remarks>Binomial likelihood of the effective sample p(1−p)/v, its ratio referred to t² with the design's
    /// degrees of freedom and widened by n/(n−1), the dispersion of the quasi-binomial fit: q with 2·(p·ln(p/q) +
    /// (1−p)·ln((1−p)/(1−q)))·p(1−p)/v ≤ t²·n/(n−1). Rao and Scott (1984). Oracle: <c>svyciprop(method = "likelihood")</c>, 1e-8 with a
    /// fine profile, 3e-6 with its default one, which is interpolated.</remarks>
    public static Interval? Likelihood(Estimate proportion, double confidence = 0.95)
    {
        if (NoSpread(proportion, confidence, out var exact)) return exact;
        double p = proportion.Value, n = proportion.Respondents, t = StudentT.Quantile(0.5 + confidence / 2, proportion.DegreesOfFreedom);
        var bound = t * t * (n > 1 ? n / (n - 1) : 1) * proportion.Variance / (2 * p * (1 - p));
        return new(1 / (1 + Math.Exp(-Edge(p, bound, -1))), 1 / (1 + Math.Exp(-Edge(p, bound, 1))));
    }

    /// <summary>
    /// Log odds at which the divergence from <paramref name="p"/> reaches the bound, on one side: bisection,
    /// the divergence growing outwards.
    /// </summary>
    private static double Edge(double p, double bound, int side)
    {
        double centre = Math.Log(p / (1 - p)), near = 0, far = 1;
        while (Divergence(p, centre + side * far) < bound) far *= 2;
        for (var i = 0; i < 200 && far - near > 1e-15 * far; i++)
        {
            var middle = 0.5 * (near + far);
            if (Divergence(p, centre + side * middle) < bound) near = middle; else far = middle;
        }
        return centre + side * 0.5 * (near + far);
    }

    private static double Divergence(double p, double logOdds)
    {
        // −ln q and −ln(1−q) without losing the small one.
        double small = Math.Log(1 + Math.Exp(-Math.Abs(logOdds))), large = small + Math.Abs(logOdds);
        var (success, failure) = logOdds >= 0 ? (small, large) : (large, small);
        return p * (Math.Log(p) + success) + (1 - p) * (Math.Log(1 - p) + failure);
    }
}
