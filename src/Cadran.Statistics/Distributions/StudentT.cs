namespace Cadran.Statistics.Distributions;

/// <summary>Student's t distribution; degrees of freedom are any number above zero, infinity being the normal.</summary>
public static class StudentT
{
    // Mean, score and change of one group ask for the same quantile in turn.
    [ThreadStatic]
    private static (double P, double DegreesOfFreedom, double Value) last;

    /// <summary>P(|T| ≥ |t|); NaN when the degrees of freedom are not above zero.</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        if (double.IsNaN(t) || !(degreesOfFreedom > 0)) return double.NaN;
        if (double.IsPositiveInfinity(degreesOfFreedom)) return Normal.TwoSided(t);
        var square = t * t;
        if (double.IsInfinity(t)) return 0;
        if (double.IsInfinity(square)) return FarTail(Math.Abs(t), degreesOfFreedom);
        return IncompleteBeta.Regularized(
            degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + square), square / (degreesOfFreedom + square)).Lower;
    }

    // First term of the series in df/t², which is all of it out here; matters for few degrees of freedom.
    private static double FarTail(double t, double n) =>
        2 / n * Math.Exp(n * (0.5 * Math.Log(n) - Math.Log(t)) - MathNet.Numerics.SpecialFunctions.BetaLn(n / 2, 0.5));

    /// <summary>P(T ≤ t), in [0, 1]; NaN when the degrees of freedom are not above zero.</summary>
    public static double Cumulative(double t, double degreesOfFreedom)
    {
        var half = 0.5 * TwoSided(t, degreesOfFreedom);
        return t > 0 ? 1 - half : half;
    }

    /// <summary>P(T &gt; t), precise in the tail.</summary>
    public static double Upper(double t, double degreesOfFreedom) =>
        t > 0 ? 0.5 * TwoSided(t, degreesOfFreedom) : 1 - 0.5 * TwoSided(t, degreesOfFreedom);

    /// <summary>The t with P(T ≤ t) = p; p in [0, 1]. Oracle: R 4.2 <c>qt</c>, 1e-12 relative.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are above zero.");
        var z = Normal.Quantile(p);
        if (double.IsPositiveInfinity(degreesOfFreedom) || double.IsInfinity(z) || p == 0.5) return z;
        var n = degreesOfFreedom;
        if (last.P == p && last.DegreesOfFreedom == n) return last.Value;
        var (start, step) = Start(z, n);
        last = (p, n, InverseCumulative.Solve(p, start, step,
            t => { var upper = Upper(t, n); return (t > 0 ? 1 - upper : 0.5 * TwoSided(t, n), upper); },
            t => Density(t, n)));
        return last.Value;
    }

    // Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5) where it converges; its last term tells how far off it may be.
    private static (double Start, double Step) Start(double z, double n)
    {
        var s = z * z;
        if (n < 10 * (1 + s)) return (z, 0.25 + Math.Abs(z) / n);
        double first = z * (s + 1) / 4, second = z * (3 + s * (16 + 5 * s)) / 96;
        double third = z * (-15 + s * (17 + s * (19 + 3 * s))) / 384,
            fourth = z * (-945 + s * (-1920 + s * (1482 + s * (776 + 79 * s)))) / 92160;
        return (z + (first + (second + (third + fourth / n) / n) / n) / n, Math.Abs(fourth) / (n * n * n * n) + 1e-14 * Math.Abs(z));
    }

    private static double Density(double t, double n)
    {
        var x = n / (n + t * t);
        // dF/dt through the beta density of n/(n+t²), which is safe for large n.
        return t == 0
            ? 0.5 * Math.Exp(MathNet.Numerics.SpecialFunctions.GammaLn((n + 1) / 2) - MathNet.Numerics.SpecialFunctions.GammaLn(n / 2))
            / Math.Sqrt(n * Math.PI) * 2
            : IncompleteBeta.Density(n / 2, 0.5, x, t * t / (n + t * t)) * x * x * Math.Abs(t) / n;
    }
}
