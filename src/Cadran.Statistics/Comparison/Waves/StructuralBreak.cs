namespace Cadran.Statistics.Comparison;

/// <summary>A break in the level of a series: where it is, and whether it is real.</summary>
/// <param name="After">Number of observations before the break, the likeliest place.</param>
/// <param name="SupF">Largest F over all admissible places.</param>
/// <param name="P">p-value of the limiting distribution for long series, right over the whole of [0, 1];
/// with a few dozen values approximate.</param>
/// <param name="Suppressed">Why there is no test: fewer than eight values, or a constant series; null otherwise.</param>
/// <remarks>Andrews (1993); DeLong (1981). Assumes independent values of one variance under no break. Oracle: the statistic, R
/// strucchange 1.5 <c>Fstats(y ~ 1, from = 0.15)</c>; p, finite differences in R (1e-7) and the tabulated 5 % point 8.85 (0.0503).
/// strucchange's own p comes from Hansen's (1997) fitted curves, which are 4 to 15 % lower between 0.4 and 0.01.</remarks>
public sealed record StructuralBreak(int After, double SupF, double P, Suppression? Suppressed = null)
{
    /// <summary>Looks for one change of the mean anywhere in the series.</summary>
    /// <param name="series">Successive values, 8 or more.</param>
    /// <param name="trimming">Share of observations kept on either side of the break, in (0, 0.5).</param>
    /// <exception cref="ArgumentException">A value that is not finite, or trimming outside (0, 0.5).</exception>
    public static StructuralBreak InLevel(ReadOnlySpan<double> series, double trimming = 0.15)
    {
        if (!(trimming > 0 && trimming < 0.5))
            throw new ArgumentOutOfRangeException(nameof(trimming), trimming, "Trimming lies between 0 and 0.5.");
        int n = series.Length, from = Math.Max(1, (int)Math.Floor(trimming * n));
        for (var i = 0; i < n; i++)
            if (!double.IsFinite(series[i])) throw new ArgumentException($"Value {i} is {series[i]}.", nameof(series));
        Magnitude.Check(series, nameof(series));
        if (n < 8) return new(0, double.NaN, double.NaN, new(SuppressionReason.TooFewRespondents, $"{n} values of at least 8"));
        var mean = series[0];
        foreach (var y in series) mean += (y - series[0]) / n;
        double total = 0;
        foreach (var y in series) total += (y - mean) * (y - mean);
        if (total == 0) return new(0, double.NaN, double.NaN, new(SuppressionReason.Undefined, "the series is constant"));
        var best = 0;
        double sup = double.NegativeInfinity, left = 0;
        for (var i = 1; i <= n - from; i++)
        {
            left += series[i - 1] - mean;
            if (i < from) continue;
            // Deviations add up to zero, so the two sides differ by left/i and −left/(n−i).
            double explained = left * left / i + left * left / (n - i), rest = Math.Max(0, total - explained);
            var f = explained / (rest / (n - 2));
            if (f > sup) (sup, best) = (f, i);
        }
        return new(best, sup, BreakLimit.Upper(sup, trimming));
    }
}
