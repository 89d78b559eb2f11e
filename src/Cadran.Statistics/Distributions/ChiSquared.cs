using MathNet.Numerics;

namespace Cadran.Statistics.Distributions;

/// <summary>Chi-squared distribution.</summary>
public static class ChiSquared
{
    /// <summary>P(X &gt; x); NaN when the degrees of freedom are not above zero.</summary>
    public static double Upper(double x, double degreesOfFreedom)
    {
        if (double.IsNaN(x) || !(degreesOfFreedom > 0)) return double.NaN;
        return x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);
    }
}
