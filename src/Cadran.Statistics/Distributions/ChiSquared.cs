using MathNet.Numerics;

namespace Cadran.Statistics.Distributions;

/// <summary>Chi-squared distribution.</summary>
public static class ChiSquared
{
    /// <summary>P(X ≤ x), precise in the lower tail; NaN when the degrees of freedom are not above zero and finite.</summary>
    internal static double Lower(double x, double degreesOfFreedom)
    {
        if (double.IsNaN(x) || !(degreesOfFreedom > 0 && double.IsFinite(degreesOfFreedom))) return double.NaN;
        return x <= 0 ? 0 : double.IsPositiveInfinity(x) ? 1 : SpecialFunctions.GammaLowerRegularized(degreesOfFreedom / 2, x / 2);
    }

    /// <summary>P(X &gt; x); NaN when the degrees of freedom are not above zero.</summary>
    public static double Upper(double x, double degreesOfFreedom)
    {
        if (double.IsNaN(x) || !(degreesOfFreedom > 0)) return double.NaN;
        if (double.IsPositiveInfinity(degreesOfFreedom)) return double.IsPositiveInfinity(x) ? double.NaN : 1;
        return x <= 0 ? 1 : double.IsPositiveInfinity(x) ? 0 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);
    }
}
