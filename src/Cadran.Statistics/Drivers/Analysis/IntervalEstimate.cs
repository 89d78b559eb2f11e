using Cadran.Statistics.Distributions;
using MathNet.Numerics.Statistics;

namespace Cadran.Statistics.Drivers;

/// <summary>An estimate of a driver analysis with its interval already at the confidence level of the analysis.</summary>
/// <param name="Value">Same unit as the quantity: proportion in [0, 1] for shares, 0..100 for scores. NaN without rows.</param>
/// <param name="StandardError">Same unit: linearised, or the spread of replicates; NaN when it cannot be estimated.</param>
/// <param name="Low">Lower limit (Student's for linearised errors, percentile for replicates); NaN without
/// standard error or degrees of freedom. Never above the value.</param>
/// <param name="High">Upper limit, never below the value.</param>
public sealed record IntervalEstimate(double Value, double StandardError, double Low, double High)
{
    internal static IntervalEstimate Percentile(double value, double[] replicates, double confidence)
    {
        if (replicates.Length < 2) return new IntervalEstimate(value, double.NaN, double.NaN, double.NaN);
        var sorted = (double[])replicates.Clone();
        Array.Sort(sorted);
        var deviation = new RunningStatistics(sorted).StandardDeviation;
        var tail = (1 - confidence) / 2;
        // Replicates may be biased so far that the percentiles leave the estimate out.
        return new IntervalEstimate(value, deviation,
            Math.Min(value, SampleQuantile.Of(sorted, tail)), Math.Max(value, SampleQuantile.Of(sorted, 1 - tail)));
    }

    /// <summary>The same with limits that stay where the quantity can be.</summary>
    internal IntervalEstimate Within(double least, double most) =>
        this with { Low = Math.Clamp(Low, least, most), High = Math.Clamp(High, least, most) };

    internal static IntervalEstimate Student(double value, double error, double degreesOfFreedom, double confidence)
    {
        // No error at all is only known of a whole population.
        if (!(degreesOfFreedom > 0) || double.IsNaN(error) || (error == 0 && !double.IsPositiveInfinity(degreesOfFreedom)))
            return new IntervalEstimate(value, error, double.NaN, double.NaN);
        var half = error == 0 ? 0 : error * StudentT.Quantile(0.5 + (confidence / 2), degreesOfFreedom);
        return new IntervalEstimate(value, error, value - half, value + half);
    }
}
