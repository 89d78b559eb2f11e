using MathNet.Numerics;

namespace Cadran.Statistics.Distributions;

/// <summary>Regularised incomplete beta function I_x(a, b), the ground under Student's t, F, beta and binomial.</summary>
/// <remarks>Continued fraction (modified Lentz) with the prefix in Loader's saddle-point form, so that a and b in the millions
/// keep full precision where a difference of log-gammas would not. Source: Abramowitz and Stegun 26.5.8; Loader (2000).</remarks>
internal static class IncompleteBeta
{
    /// <summary>
    /// I_x(a, b) and its complement, each computed directly so that neither tail cancels. a and b above zero, x clamped to [0, 1].
    /// </summary>
    public static (double Lower, double Upper) Regularized(double a, double b, double x, double y)
    {
        if (double.IsNaN(x) || !(a > 0) || !(b > 0)) return (double.NaN, double.NaN);
        if (x <= 0) return (0, 1);
        if (y <= 0) return (1, 0);
        if (x <= (a + 1) / (a + b + 2))
        {
            var tail = Prefix(a, b, x, y) * Fraction(a, b, x) / a;
            return (tail, 1 - tail);
        }
        else
        {
            var tail = Prefix(b, a, y, x) * Fraction(b, a, y) / b;
            return (1 - tail, tail);
        }
    }

    /// <summary>Density of the beta distribution.</summary>
    public static double Density(double a, double b, double x, double y) => x <= 0 || y <= 0 ? 0 : Prefix(a, b, x, y) / (x * y);

    /// <summary>x^a·y^b / B(a, b).</summary>
    private static double Prefix(double a, double b, double x, double y) => a * b / (a + b) * BinomialTerm(a, b, x, y);

    /// <summary>Γ(a+b+1)/(Γ(a+1)Γ(b+1))·x^a·y^b by the saddle-point expansion.</summary>
    private static double BinomialTerm(double a, double b, double x, double y)
    {
        var n = a + b;
        var exponent = StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y);
        return Math.Exp(exponent) * Math.Sqrt(n / (2 * Math.PI * a * b));
    }

    /// <summary>log Γ(n+1) minus Stirling's formula.</summary>
    private static double StirlingError(double n)
    {
        if (n <= 16) return SpecialFunctions.GammaLn(n + 1) - ((n + 0.5) * Math.Log(n) - n + 0.5 * Math.Log(2 * Math.PI));
        var s = 1 / (n * n);
        return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360)))))) / n;
    }

    /// <summary>v·log(v/m) + m − v without cancellation when v is near m.</summary>
    private static double Deviance(double v, double m)
    {
        if (Math.Abs(v - m) >= 0.1 * (v + m)) return v * Math.Log(v / m) + m - v;
        var r = (v - m) / (v + m);
        double sum = (v - m) * r, term = 2 * v * r;
        r *= r;
        for (var j = 1; j < 1000; j++)
        {
            term *= r;
            var next = sum + term / (2 * j + 1);
            if (next == sum) return next;
            sum = next;
        }
        return sum;
    }

    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        double c = 1, d = 1 - (a + b) * x / (a + 1);
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        var h = d;
        for (var m = 1; m < 1_000_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 + even * d; c = 1 + even / c;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d); if (Math.Abs(c) < tiny) c = tiny;
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 + odd * d; c = 1 + odd / c;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d); if (Math.Abs(c) < tiny) c = tiny;
            var step = d * c;
            h *= step;
            if (Math.Abs(step - 1) < 1e-16) break;
        }
        return h;
    }
}
