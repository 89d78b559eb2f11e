namespace Cadran.Statistics.Distributions;

/// <summary>Tail of a weighted sum of independent χ² variables of one degree of freedom each.</summary>
public static class QuadraticForm
{
    private const double Inside = 0.99999;

    /// <summary>P(Σ λ·χ²₁ ≥ x), by the saddlepoint approximation; two to four digits, also far in the tail.</summary>
    /// <param name="weights">The λ, above zero; one per term.</param>
    /// <param name="degreesOfFreedom">When the weights were scaled by an estimated variance, its degrees
    /// of freedom; infinity otherwise.</param>
    /// <remarks>Kuonen (1999), Biometrika 86. Near the mean of the sum, where the formula is zero over zero, a straight line
    /// between 0.001 standard deviations either side. With degrees of freedom d the sum is compared with x·χ²_d/d. Oracle: R
    /// survey 4.1 <c>pFsum</c>, 1e-7.</remarks>
    /// <exception cref="ArgumentException">No weight, or one that is not above zero; x below zero;
    /// degrees of freedom not above zero.</exception>
    public static double Upper(double x, ReadOnlySpan<double> weights, double degreesOfFreedom = double.PositiveInfinity)
    {
        if (weights.IsEmpty) throw new ArgumentException("A sum needs a term.", nameof(weights));
        foreach (var w in weights)
            if (!(w > 0 && double.IsFinite(w))) throw new ArgumentException($"Weights are above zero, not {w}.", nameof(weights));
        if (!(x >= 0)) throw new ArgumentException($"The sum is at least 0, not {x}.", nameof(x));
        if (!(degreesOfFreedom > 0))
            throw new ArgumentException($"Degrees of freedom are above zero, not {degreesOfFreedom}.", nameof(degreesOfFreedom));
        Magnitude.Check(weights, nameof(weights));
        if (x <= 1e-60 * weights[0]) return 1;
        if (double.IsPositiveInfinity(x)) return 0;
        var (terms, at) = double.IsPositiveInfinity(degreesOfFreedom)
            ? (weights.ToArray().Select(w => (Weight: w, Times: 1.0)).ToArray(), x)
            : ([.. weights.ToArray().Select(w => (Weight: w, Times: 1.0)), (-x / degreesOfFreedom, degreesOfFreedom)], 0.0);
        return Saddlepoint(at, terms);
    }

    private static double Saddlepoint(double x, (double Weight, double Times)[] terms)
    {
        var largest = terms.Max(t => t.Weight);
        var scaled = Array.ConvertAll(terms, t => (Weight: t.Weight / largest, t.Times));
        x /= largest;
        double mean = scaled.Sum(t => t.Weight * t.Times), near = 1e-3 * Math.Sqrt(2 * scaled.Sum(t => t.Weight * t.Weight * t.Times)),
            distance = x - mean;
        if (Math.Abs(distance) >= near) return Approximation(x, scaled);
        double below = Approximation(mean - near, scaled), above = Approximation(mean + near, scaled);
        return below + (above - below) * (distance + near) / (2 * near);
    }

    private static double Approximation(double x, (double Weight, double Times)[] scaled)
    {
        var low = scaled.Min(t => t.Weight) is < 0 and var least ? Inside / (2 * least) : -(scaled.Length + 1) / (2 * x) - 1;
        var zeta = Root(z => scaled.Sum(t => t.Times * t.Weight / (1 - 2 * z * t.Weight)) - x, low, Inside / 2);
        var cumulant = -0.5 * scaled.Sum(t => t.Times * LogOnePlus(-2 * zeta * t.Weight));
        var v = Math.Sign(zeta) * Math.Sqrt(2 * scaled.Sum(t => t.Times * Math.Pow(zeta * t.Weight / (1 - 2 * zeta * t.Weight), 2)));
        var w = Math.Sign(zeta) * Math.Sqrt(2 * (zeta * x - cumulant));
        return Normal.Upper(w + Math.Log(v / w) / w);
    }

    // log(1 + x) for x down to nothing: what rounding takes from 1 + x it gives back (Kahan). A
    // thousand million degrees of freedom multiply it.
    private static double LogOnePlus(double x) => 1 + x == 1 ? x : Math.Log(1 + x) * x / (1 + x - 1);

    // The function rises: bisection to the last bit is quick enough, and cannot fail.
    private static double Root(Func<double, double> rising, double low, double high)
    {
        while (true)
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) return middle;
            if (rising(middle) > 0) high = middle; else low = middle;
        }
    }
}
