namespace Cadran.Statistics.Distributions;

/// <summary>Inverts a continuous distribution function by Newton's steps kept inside a bracket.</summary>
internal static class InverseCumulative
{
    /// <param name="p">Lower-tail probability, strictly between 0 and 1.</param>
    /// <param name="start">Any point of the support.</param>
    /// <param name="step">First step of the bracketing, doubled until the root is enclosed.</param>
    /// <param name="tails">Lower and upper tail at a point; the smaller is compared, so that p near 1 loses nothing.</param>
    /// <param name="density">Derivative of the lower tail.</param>
    public static double Solve(double p, double start, double step,
        Func<double, (double Lower, double Upper)> tails, Func<double, double> density)
    {
        double Error(double x)
        {
            var (lower, upper) = tails(x);
            return p <= 0.5 ? lower - p : 1 - p - upper;
        }
        double low = start, high = start;
        var size = step;
        while (Error(low) > 0) { high = low; low -= size; size *= 2; if (double.IsInfinity(low)) return low; }
        size = step;
        if (high == start) while (Error(high) < 0) { low = high; high += size; size *= 2; if (double.IsInfinity(high)) return high; }

        var x = 0.5 * (low + high);
        for (var i = 0; i < 400; i++)
        {
            var error = Error(x);
            if (error == 0) return x;
            if (error > 0) high = x; else low = x;
            var next = x - error / density(x);
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            if (Math.Abs(next - x) <= 1e-15 * Math.Abs(next) || next == x) return next;
            x = next;
        }
        return x;
    }
}
