using MathNet.Numerics.Distributions;

namespace Cadran.Statistics.Drivers;

/// <summary>A driver-analysis estimate with its interval.</summary>
/// <param name="Value">Same unit as the quantity: proportion in [0, 1] for shares, 0..100 for scores. NaN without rows.</param>
/// <param name="StandardError">Linearised, same unit; NaN when it cannot be estimated.</param>
/// <param name="Low">Lower Student limit; NaN without standard error or degrees of freedom.</param>
/// <param name="High">Upper limit.</param>
public sealed record Interval(double Value, double StandardError, double Low, double High)
{
    internal static Interval Student(double value, double error, double degreesOfFreedom, double confidence)
    {
        if (!(degreesOfFreedom > 0) || double.IsNaN(error)) return new Interval(value, error, double.NaN, double.NaN);
        var half = error == 0 ? 0 : error * StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + (confidence / 2));
        return new Interval(value, error, value - half, value + half);
    }

    /// <summary>Quantile by linear interpolation between order statistics (R's default, type 7) of a sorted sample.</summary>
    internal static double Quantile(double[] sorted, double probability)
    {
        if (sorted.Length == 0) return double.NaN;
        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
