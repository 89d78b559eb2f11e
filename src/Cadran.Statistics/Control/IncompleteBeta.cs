using MathNet.Numerics;

namespace Cadran.Statistics.Control;

/// <summary>The beta distribution for counts from none to billions.</summary>
/// <remarks>Administrative volumes reach 4e8, where the usual log-gamma prefactor loses half of its digits and a fixed number of
/// continued-fraction terms is not enough. The prefactor here is the saddle-point form of the binomial (Loader, 2000) and the
/// modified Lentz fraction runs until it converges.</remarks>
internal static class IncompleteBeta
{
    /// <summary>I_x(a, b): probability that a Beta(a, b) variable is at most x.</summary>
    public static double Cdf(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        return x <= (a + 1) / (a + b + 2) ? LowerTail(a, b, x, 1 - x) : 1 - LowerTail(b, a, 1 - x, x);
    }

    /// <summary>The upper tail, without the cancellation of 1 − Cdf.</summary>
    public static double Survival(double a, double b, double x)
    {
        if (x <= 0) return 1;
        if (x >= 1) return 0;
        return x <= (a + 1) / (a + b + 2) ? 1 - LowerTail(a, b, x, 1 - x) : LowerTail(b, a, 1 - x, x);
    }

    /// <summary>The value not exceeded with probability p; Newton steps kept inside a shrinking bracket.</summary>
    public static double Quantile(double a, double b, double p)
    {
        if (p <= 0) return 0;
        if (p >= 1) return 1;
        double low = 0, high = 1, x = a / (a + b);
        for (var i = 0; i < 400; i++)
        {
            var excess = Cdf(a, b, x) - p;
            if (excess == 0) return x;
            if (excess > 0) high = x; else low = x;
            var next = x - excess / (Prefactor(a, b, x, 1 - x) / (x * (1 - x)));
            if (!(next > low && next < high)) next = low == 0 ? high / 16 : low + (high - low) / 2;
            if (Math.Abs(next - x) <= 1e-16 * x) return next;
            x = next;
        }
        return x;
    }

    private static double LowerTail(double a, double b, double x, double y) => Prefactor(a, b, x, y) / a * Fraction(a, b, x);

    /// <summary>x^a y^b / B(a, b), with y = 1 − x given apart to keep its digits.</summary>
    private static double Prefactor(double a, double b, double x, double y)
    {
        var n = a + b;
        var exponent = StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y);
        return Math.Exp(exponent) * Math.Sqrt(a * b / (2 * Math.PI * n));
    }

    /// <summary>ln Γ(z + 1) minus Stirling's main terms.</summary>
    private static double StirlingError(double z)
    {
        if (z <= 16) return SpecialFunctions.GammaLn(z + 1) - (z + 0.5) * Math.Log(z) + z - 0.5 * Math.Log(2 * Math.PI);
        var r = 1 / (z * z);
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 * r) * r) * r) * r) * r) / z;
    }

    /// <summary>k ln(k/m) − k + m, by series where the terms nearly cancel.</summary>
    private static double Deviance(double k, double m)
    {
        if (Math.Abs(k - m) >= 0.1 * (k + m)) return k * Math.Log(k / m) + m - k;
        var v = (k - m) / (k + m);
        var sum = (k - m) * v;
        var term = 2 * k * v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v * v;
            var next = sum + term / (2 * j + 1);
            if (next == sum) break;
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
        for (var m = 1; m < 10_000_000; m++)
        {
            var m2 = 2.0 * m;
            var even = m * (b - m) * x / ((a + m2 - 1) * (a + m2));
            d = 1 / Nonzero(1 + even * d);
            c = Nonzero(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + m2) * (a + m2 + 1));
            d = 1 / Nonzero(1 + odd * d);
            c = Nonzero(1 + odd / c);
            var step = d * c;
            h *= step;
            if (Math.Abs(step - 1) < 1e-16) break;
        }
        return h;

        static double Nonzero(double value) => Math.Abs(value) < tiny ? tiny : value;
    }
}
