using MathNet.Numerics;

namespace Cadran.Statistics.Distributions;

/// <summary>Standard normal distribution.</summary>
public static class Normal
{
    /// <summary>P(Z ≤ z), in [0, 1], precise in the lower tail; NaN for NaN.</summary>
    public static double Cumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));

    /// <summary>P(Z &gt; z), precise far in the tail.</summary>
    public static double Upper(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));

    /// <summary>P(|Z| ≥ |z|).</summary>
    public static double TwoSided(double z) => double.IsNaN(z) ? double.NaN : SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>Density at z, 0 or more.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);

    /// <summary>The z with P(Z ≤ z) = p; infinities at 0 and 1. Oracle: R 4.2 <c>qnorm</c>.</summary>
    public static double Quantile(double p)
    {
        if (!(p >= 0 && p <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        if (p == 0) return double.NegativeInfinity;
        if (p == 1) return double.PositiveInfinity;
        var z = -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * p);
        // One Halley step takes the library's last digits away from doubt.
        var error = p <= 0.5 ? (Cumulative(z) - p) / Density(z) : (1 - p - Upper(z)) / Density(z);
        return z - error / (1 + 0.5 * z * error);
    }
}
