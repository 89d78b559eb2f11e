using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Control;

/// <summary>Exponentially weighted moving average: sensitive to small lasting shifts.</summary>
/// <remarks>z_i = λx_i + (1−λ)z_{i−1}, z_0 = centre; limits centre ± L·σ·√(λ/(2−λ)·(1−(1−λ)^{2i})). A gap leaves z unchanged and
/// has no point. Oracle: R qcc 2.7 (ewma, piston rings), run lengths R spc 0.6.7.</remarks>
public static class EwmaChart
{
    /// <summary>The averages with the limits of each period.</summary>
    /// <param name="values">One per period; NaN is a gap, infinite values throw.</param>
    /// <param name="centre">Target or baseline mean.</param>
    /// <param name="sigma">Standard deviation of one value, above 0.</param>
    /// <param name="weight">λ in (0, 1]; 1 gives a Shewhart chart.</param>
    /// <param name="width">L, sigmas to the limits, above 0.</param>
    public static ControlChart Of(ReadOnlySpan<double> values, double centre, double sigma, double weight = 0.2, double width = 3)
    {
        Check(weight, width);
        ControlChart.Check(values, centre, sigma);
        var points = new ChartPoint[values.Length];
        double z = centre, remembered = 1;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            z = weight * values[i] + (1 - weight) * z;
            remembered *= (1 - weight) * (1 - weight);
            var reach = width * sigma * Math.Sqrt(weight / (2 - weight) * (1 - remembered));
            points[i] =
                new(z, centre - reach, centre + reach, Math.Abs(z - centre) > reach ? ChartSignals.BeyondLimits : ChartSignals.None);
        }
        return new(centre, sigma, points);
    }

    /// <summary>Average number of points until a signal (two-sided, constant limits), for a mean shifted from the start.</summary>
    /// <param name="weight">λ in (0, 1].</param>
    /// <param name="width">L, sigmas to the limits, above 0.</param>
    /// <param name="shift">Shift of the mean in standard deviations of one value; 0 gives the run length between false alarms.</param>
    /// <returns>Infinite above 10¹² points, where the equation has no digits left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter that is not finite; limits so wide for so small a weight that the equation
    /// cannot be solved (2·L/√(λ(2 − λ)) above 170).</exception>
    public static double AverageRunLength(double weight, double width, double shift)
    {
        Check(weight, width);
        if (!double.IsFinite(shift)) throw new ArgumentOutOfRangeException(nameof(shift), shift, "A shift is a finite number of sigmas.");
        var edge = width * Math.Sqrt(weight / (2 - weight));
        return RunLengthEquation.Solve(-edge, edge, 0, weight,
            (from, to) => Normal.Density((to - (1 - weight) * from) / weight - shift) / weight);
    }

    private static void Check(double weight, double width)
    {
        if (!(weight > 0 && weight <= 1)) throw new ArgumentOutOfRangeException(nameof(weight), weight, "The weight lies in (0, 1].");
        if (!(width > 0) || double.IsInfinity(width))
            throw new ArgumentOutOfRangeException(nameof(width), width, "Limits lie a finite number of sigmas, above 0, from the centre.");
    }
}
