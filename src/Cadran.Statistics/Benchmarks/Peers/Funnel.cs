using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Benchmarks;

/// <summary>Funnel plot: compares units of different size with a common rate without ranking them.</summary>
/// <param name="Rate">Common rate, in [0, 1]: a target, or the pooled rate of the peers.</param>
/// <param name="Warning">Coverage of the inner limits; 0.95.</param>
/// <param name="Alarm">Coverage of the outer limits; 0.998.</param>
/// <remarks>Exact binomial quantiles: a share on a limit is inside. Source: Spiegelhalter 2005. Oracle: R qbinom.</remarks>
public sealed record Funnel(double Rate, double Warning = 0.95, double Alarm = 0.998)
{
    /// <summary>Common rate, in [0, 1]: a target, or the pooled rate of the peers.</summary>
    public double Rate { get; } = Rate is >= 0 and <= 1
        ? Rate : throw new ArgumentOutOfRangeException(nameof(Rate), Rate, "A rate lies in [0, 1].");

    /// <summary>Coverage of the inner limits; 0.95.</summary>
    public double Warning { get; } = Warning is > 0 and < 1 ? Warning
        : throw new ArgumentOutOfRangeException(nameof(Warning), Warning, "Coverage lies between 0 and 1.");

    /// <summary>Coverage of the outer limits; 0.998.</summary>
    public double Alarm { get; } = Alarm < 1 && Alarm > Warning ? Alarm
        : throw new ArgumentOutOfRangeException(nameof(Alarm), Alarm, "The outer limits cover more than the inner ones, and less than 1.");

    /// <summary>Limits for a unit of this size.</summary>
    /// <param name="cases">Size of the unit, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No case.</exception>
    public FunnelLimits At(long cases)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        double Limit(double probability) => Quantile(cases, probability) / (double)cases;
        return new(Limit((1 - Alarm) / 2), Limit((1 - Warning) / 2), Limit((1 + Warning) / 2), Limit((1 + Alarm) / 2));
    }

    /// <summary>Position of a unit; a unit without cases is within.</summary>
    /// <param name="successes">From 0 to <paramref name="cases"/>.</param>
    /// <param name="cases">Size of the unit, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">More successes than cases, or fewer than none.</exception>
    public FunnelPosition Locate(long successes, long cases)
    {
        if (successes < 0 || successes > cases)
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Not between 0 and {cases} cases.");
        if (cases == 0) return FunnelPosition.Within;
        var limits = At(cases);
        var share = successes / (double)cases;
        return share < limits.AlarmLow ? FunnelPosition.BelowAlarm
            : share > limits.AlarmHigh ? FunnelPosition.AboveAlarm
            : share < limits.WarningLow ? FunnelPosition.BelowWarning
            : share > limits.WarningHigh ? FunnelPosition.AboveWarning
            : FunnelPosition.Within;
    }

    /// <summary>Smallest count not exceeded with at least the given probability.</summary>
    private long Quantile(long cases, double probability)
    {
        long low = -1, high = cases;
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            // A probability reached exactly is reached, whatever the last bits say (as R does).
            if (Binomial.Cumulative(middle, cases, Rate) >= probability * (1 - 1e-14)) high = middle; else low = middle;
        }
        return high;
    }
}
