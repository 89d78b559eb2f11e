namespace Cadran.Statistics.Distributions;

/// <summary>Student's t distribution; degrees of freedom are any number above zero, infinity being the normal.</summary>
public static class StudentT
{
    /// <summary>P(|T| ≥ |t|); NaN when the degrees of freedom are not above zero.</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        if (double.IsNaN(t) || !(degreesOfFreedom > 0)) return double.NaN;
        if (double.IsPositiveInfinity(degreesOfFreedom)) return Normal.TwoSided(t);
        double square = t * t;
        if (double.IsInfinity(square)) return 0;
        return IncompleteBeta.Regularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + square), square / (degreesOfFreedom + square)).Lower;
    }

    public static double Cumulative(double t, double degreesOfFreedom)
    {
        double half = 0.5 * TwoSided(t, degreesOfFreedom);
        return t > 0 ? 1 - half : half;
    }

    /// <summary>P(T &gt; t), precise in the tail.</summary>
    public static double Upper(double t, double degreesOfFreedom) => t > 0 ? 0.5 * TwoSided(t, degreesOfFreedom) : 1 - 0.5 * TwoSided(t, degreesOfFreedom);

    /// <summary>The t with P(T ≤ t) = p; p in [0, 1]. Oracle: R 4.2 <c>qt</c>, 1e-12 relative.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0)) throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are above zero.");
        double z = Normal.Quantile(p);
        if (double.IsPositiveInfinity(degreesOfFreedom) || double.IsInfinity(z) || p == 0.5) return z;
        double n = degreesOfFreedom;
        return Quantiles.Solve(p, z, 0.25 + Math.Abs(z) / n,
            t => { double upper = Upper(t, n); return (t > 0 ? 1 - upper : 0.5 * TwoSided(t, n), upper); },
            t => Density(t, n));
    }

    private static double Density(double t, double n)
    {
        double x = n / (n + t * t);
        // dF/dt through the beta density of n/(n+t²), which is safe for large n.
        return t == 0
            ? 0.5 * Math.Exp(MathNet.Numerics.SpecialFunctions.GammaLn((n + 1) / 2) - MathNet.Numerics.SpecialFunctions.GammaLn(n / 2)) / Math.Sqrt(n * Math.PI) * 2
            : IncompleteBeta.Density(n / 2, 0.5, x, t * t / (n + t * t)) * x * x * Math.Abs(t) / n;
    }
}
