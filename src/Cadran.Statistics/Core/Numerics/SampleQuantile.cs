namespace Cadran.Statistics;

/// <summary>Quantiles of plain numbers, such as replicates; those of a weighted sample are <see cref="Estimation.Quantile"/>.</summary>
internal static class SampleQuantile
{
    /// <summary>Linear interpolation between order statistics (R's default, type 7) of a sorted sample; NaN when empty.</summary>
    public static double Of(double[] sorted, double probability)
    {
        if (sorted.Length == 0) return double.NaN;
        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
