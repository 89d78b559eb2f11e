using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>The median of a rating from its counts, without the rows; the same figures as <see cref="Quantile"/>.</summary>
internal static class MedianFigures
{
    // Rounding of a long sum must not push an exact boundary to the next value.
    private const double Rounding = 1e-12;

    /// <param name="values">The number of each code of the scale, lowest code first; all different.</param>
    /// <param name="confidence">Of the interval, in (0, 1).</param>
    /// <returns>
    /// NaN without anybody of weight above zero; no limits where one leaves the data or the median is the largest number.
    /// </returns>
    public static (double Value, double? Low, double? High) Of(Domain domain, ReadOnlySpan<double> values, double confidence)
    {
        var (points, value) = (values.ToArray(), double.NaN);
        var shares = points.Select((_, k) => domain.PointOf([.. points.Select((_, other) => other == k ? 1.0 : 0.0)])).ToArray();
        (double Value, double Share)[] given =
            [.. points.Zip(shares).Where(p => p.Second > 0).OrderBy(p => p.First)];
        if (given.Length == 0) return (double.NaN, null, null);
        value = Inverse(given, 0.5);
        var share = domain.MeanOf([.. points.Select(p => p <= value ? 1.0 : 0.0)]);
        var largest = value == given[^1].Value && given.Length > 1;
        return largest || share.Interval(confidence) is not { } limits || limits.Low < 0 || limits.High > 1 ? (value, null, null)
            : (value, Inverse(given, limits.Low), Inverse(given, limits.High));
    }

    private static double Inverse((double Value, double Share)[] given, double probability)
    {
        var sum = 0.0;
        foreach (var (value, share) in given)
            if ((sum += share) >= probability - Rounding) return value;
        return given[^1].Value;
    }
}
