namespace Cadran.Statistics.Distributions;

/// <summary>Binomial distribution.</summary>
public static class Binomial
{
    /// <summary>
    /// P(X ≤ x) for <paramref name="trials"/> with chance <paramref name="p"/>; 0 below zero, 1 from the number of trials up.
    /// NaN for a number of trials below zero.
    /// </summary>
    public static double Cumulative(double x, double trials, double p)
    {
        if (!(p >= 0 && p <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        var k = Math.Floor(x);
        if (!(trials >= 0)) return double.NaN;
        return k < 0 ? 0 : k >= trials ? 1 : IncompleteBeta.Regularized(trials - k, k + 1, 1 - p, p).Lower;
    }
}
