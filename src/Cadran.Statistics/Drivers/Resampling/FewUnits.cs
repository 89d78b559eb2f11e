using Cadran.Statistics.Distributions;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>What a bootstrap over few sampling units is worth.</summary>
/// <remarks>
/// The replicates of n units vary as the units do, not as Student's t with n − 1 degrees of freedom does: percentile limits of 5 units hold
/// an estimate in 86 % of samples, of 2 units in half. Each replicate's distance from the full sample is stretched by t/z of the confidence
/// level, which is 1 for many units. Below <see cref="Least"/> degrees of freedom there are so few different replicates that no stretch
/// makes them a distribution, and nothing is said. Coverage by number of clusters: docs/methods/drivers.md.
/// </remarks>
internal readonly record struct FewUnits
{
    /// <summary>Fewest degrees of freedom (clusters minus strata) for intervals and ranks.</summary>
    public const int Least = 4;

    private readonly double factor;

    /// <param name="present">Of the complete cases.</param>
    /// <param name="confidence">In (0, 1).</param>
    public FewUnits(Presence present, double confidence)
    {
        // Of a whole population nothing can be redrawn.
        AreTooFew = !present.IsCensus && present.DegreesOfFreedom < Least;
        var half = 0.5 + (confidence / 2);
        factor = AreTooFew || present.IsCensus ? 1 : StudentT.Quantile(half, present.DegreesOfFreedom) / Normal.Quantile(half);
    }

    public bool AreTooFew { get; }

    public double[] Widen(double[] estimates, double[] replicate)
    {
        var moved = new double[estimates.Length];
        for (var j = 0; j < moved.Length; j++) moved[j] = estimates[j] + (factor * (replicate[j] - estimates[j]));
        return moved;
    }

    /// <summary>Replicates of one number; none where there are too few units.</summary>
    public double[] Widen(double estimate, double[] replicates)
    {
        if (AreTooFew) return [];
        var moved = new double[replicates.Length];
        for (var r = 0; r < moved.Length; r++) moved[r] = estimate + (factor * (replicates[r] - estimate));
        return moved;
    }

    /// <summary>Percentile limits moved away from their value; none where there are too few units.</summary>
    public IntervalEstimate Widen(IntervalEstimate of) => AreTooFew ? of with { Low = double.NaN, High = double.NaN }
        : of with { Low = of.Value + (factor * (of.Low - of.Value)), High = of.Value + (factor * (of.High - of.Value)) };

    /// <summary>Limits made from the replicates themselves, moved in the same way and kept in [0, 1].</summary>
    public Interval? Widen(double share, Interval? limits) => AreTooFew || limits is not { } l ? null
        : new(Math.Clamp(share + (factor * (l.Low - share)), 0, share), Math.Clamp(share + (factor * (l.High - share)), share, 1));
}
