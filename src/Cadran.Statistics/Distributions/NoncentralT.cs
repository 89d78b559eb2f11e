namespace Cadran.Statistics.Distributions;

/// <summary>Student's t when the mean is not zero: (Z + δ)/√(V/df) with Z standard normal and V χ² of df degrees of freedom. What a t test
/// has for a statistic when there is something to find.</summary>
/// <remarks>The normal tail is averaged over ln √(V/df), whose density is smooth and falls off at both ends, so that the trapezoidal rule
/// is exact to rounding. Oracle: averaging the χ² distribution over Z instead, 1e-9.</remarks>
public static class NoncentralT
{
    // From here on the normal limit differs by less than a millionth.
    private const double NearlyNormal = 1e6;
    private const double Reach = 30;
    private const int MostSteps = 400_000;

    /// <summary>P(T &gt; t), in [0, 1]; NaN when the degrees of freedom are not above zero, or for NaN.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degreesOfFreedom">Above zero; infinity is the normal.</param>
    /// <param name="shift">δ, the true difference in units of its standard error.</param>
    public static double Upper(double t, double degreesOfFreedom, double shift)
    {
        if (double.IsNaN(t + shift) || !(degreesOfFreedom > 0)) return double.NaN;
        var n = degreesOfFreedom;
        if (n >= NearlyNormal) return Normal.Upper(t - shift);
        // Narrow where the density is (many degrees of freedom) or where the tail turns over (a large shift).
        var step = 0.2 / Math.Max(Math.Abs(shift) + 1, Math.Sqrt(2 * n));
        double low = LowerEdge(n), high = Math.Sqrt(Reach / n);
        step = Math.Max(step, (high - low) / MostSteps);
        double weight = 0, sum = 0;
        for (var x = low; x <= high; x += step)
        {
            var density = Math.Exp(LogDensity(x, n));
            weight += density;
            sum += density * Normal.Upper(t * Math.Exp(x) - shift);
        }
        return sum / weight;
    }

    /// <summary>The δ with P(T &gt; t) = power: how many standard errors away the truth must be for a statistic above t to come up
    /// that often.</summary>
    /// <param name="t">Above zero.</param>
    /// <param name="degreesOfFreedom">Above zero; infinity is the normal.</param>
    /// <param name="power">In (0, 1), above the chance that t has without a shift.</param>
    internal static double ShiftFor(double t, double degreesOfFreedom, double power)
    {
        if (degreesOfFreedom >= NearlyNormal) return t + Normal.Quantile(power);
        var high = t + 1;
        while (Upper(t, degreesOfFreedom, high) < power) high *= 2;
        return MathNet.Numerics.RootFinding.Brent.FindRoot(s => Upper(t, degreesOfFreedom, s) - power, 0, high, 1e-11, 200);
    }

    // Of ln √(V/df), up to a constant; largest at zero.
    private static double LogDensity(double x, double n) => n * (x - ((Math.Exp(2 * x) - 1) / 2));

    // Where the density has fallen to e^−Reach of its largest value; above zero it has at √(Reach/n).
    private static double LowerEdge(double n)
    {
        double near = 0, far = -(Reach / n) - 1;
        for (var i = 0; i < 40; i++)
        {
            var middle = (near + far) / 2;
            if (LogDensity(middle, n) < -Reach) far = middle;
            else near = middle;
        }
        return far;
    }
}
