using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Control;

/// <summary>Tabular cumulative sums.</summary>
/// <remarks>C⁺_i = max(0, C⁺_{i−1} + z_i − k), C⁻ likewise on −z. Sums go on after a signal; a gap leaves them unchanged.
/// Oracle: R qcc 2.7 (cusum, piston rings), run lengths R spc 0.6.7.</remarks>
public static class CusumChart
{
    /// <summary>Both cumulative sums, period by period.</summary>
    /// <param name="values">One per period; NaN is a gap, infinite values throw.</param>
    /// <param name="centre">Target or baseline mean.</param>
    /// <param name="sigma">Standard deviation of one value, above 0.</param>
    /// <param name="allowance">k in sigmas, at least 0: half the shift to be found quickly.</param>
    /// <param name="decision">h in sigmas, above 0.</param>
    public static IReadOnlyList<CusumPoint> Of(ReadOnlySpan<double> values, double centre, double sigma, double allowance = 0.5,
        double decision = 5)
    {
        Check(allowance, decision);
        ControlChart.Check(values, centre, sigma);
        var points = new CusumPoint[values.Length];
        double upper = 0, lower = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            var z = (values[i] - centre) / sigma;
            upper = Math.Max(0, upper + z - allowance);
            lower = Math.Max(0, lower - z - allowance);
            points[i] = new(upper, lower, upper > decision, lower > decision);
        }
        return points;
    }

    /// <summary>Average number of points until the two-sided scheme signals.</summary>
    /// <param name="allowance">k in sigmas, at least 0.</param>
    /// <param name="decision">h in sigmas, above 0.</param>
    /// <param name="shift">Shift of the mean in sigmas; 0 gives the run length between false alarms.</param>
    /// <returns>Infinite above 10¹² points, where the equation has no digits left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter that is not finite, or a decision interval above 170 sigmas.</exception>
    public static double AverageRunLength(double allowance, double decision, double shift)
    {
        var rise = OneSidedRunLength(allowance, decision, shift);
        var fall = OneSidedRunLength(allowance, decision, -shift);
        return 1 / (1 / rise + 1 / fall);
    }

    /// <summary>The same for the upper sum alone.</summary>
    /// <param name="allowance">k in sigmas, at least 0.</param>
    /// <param name="decision">h in sigmas, above 0.</param>
    /// <param name="shift">Shift of the mean in sigmas, upwards positive.</param>
    public static double OneSidedRunLength(double allowance, double decision, double shift)
    {
        Check(allowance, decision);
        if (!double.IsFinite(shift)) throw new ArgumentOutOfRangeException(nameof(shift), shift, "A shift is a finite number of sigmas.");
        return RunLengthEquation.Solve(0, decision, 0, 1,
            (from, to) => Normal.Density(to - from + allowance - shift),
            from => Normal.Cumulative(allowance - from - shift));
    }

    private static void Check(double allowance, double decision)
    {
        if (!(allowance >= 0) || double.IsInfinity(allowance))
            throw new ArgumentOutOfRangeException(nameof(allowance), allowance, "The allowance is finite and not negative.");
        if (!(decision > 0) || double.IsInfinity(decision))
            throw new ArgumentOutOfRangeException(nameof(decision), decision, "The decision interval is finite and above zero.");
    }
}
