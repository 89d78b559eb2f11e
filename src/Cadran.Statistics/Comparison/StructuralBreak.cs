using MathNet.Numerics;

namespace Cadran.Statistics.Comparison;

/// <summary>A break in the level of a series: where it is, and whether it is real.</summary>
/// <param name="After">Number of observations before the break, the likeliest place.</param>
/// <param name="SupF">Largest F over all admissible places.</param>
/// <param name="P">Asymptotic p-value, small values only: see remarks.</param>
/// <remarks>The p-value is the tail expansion of DeLong (1981) given by Estrella (2003), 0.047 at Andrews's tabulated 5 % point of 8.85; it is meant for small p and capped at 1.
/// Andrews (1993). Oracle: R strucchange 1.5 <c>Fstats(y ~ 1, from = 0.15)</c>.</remarks>
public sealed record StructuralBreak(int After, double SupF, double P, Suppression? Suppressed = null)
{
    /// <param name="series">Successive values, 8 or more.</param>
    /// <param name="trimming">Share of observations kept on either side of the break, in (0, 0.5).</param>
    public static StructuralBreak InLevel(ReadOnlySpan<double> series, double trimming = 0.15)
    {
        if (!(trimming > 0 && trimming < 0.5)) throw new ArgumentOutOfRangeException(nameof(trimming), trimming, "Trimming lies between 0 and 0.5.");
        int n = series.Length, from = Math.Max(1, (int)Math.Floor(trimming * n));
        for (int i = 0; i < n; i++) if (!double.IsFinite(series[i])) throw new ArgumentException($"Value {i} is {series[i]}.", nameof(series));
        if (n < 8) return new(0, double.NaN, double.NaN, new(SuppressionReason.TooFewRespondents, $"{n} values of at least 8"));
        double mean = series[0];
        foreach (double y in series) mean += (y - series[0]) / n;
        double total = 0;
        foreach (double y in series) total += (y - mean) * (y - mean);
        if (total == 0) return new(0, double.NaN, double.NaN, new(SuppressionReason.Undefined, "the series is constant"));
        int best = 0;
        double sup = double.NegativeInfinity, left = 0;
        for (int i = 1; i <= n - from; i++)
        {
            left += series[i - 1] - mean;
            if (i < from) continue;
            // Deviations add up to zero, so the two sides differ by left/i and −left/(n−i).
            double explained = left * left / i + left * left / (n - i), rest = Math.Max(0, total - explained);
            double f = explained / (rest / (n - 2));
            if (f > sup) (sup, best) = (f, i);
        }
        return new(best, sup, UpperTail(sup, trimming));
    }

    private static double UpperTail(double c, double trimming)
    {
        if (double.IsInfinity(c)) return 0;
        double lambda = 2 * Math.Log((1 - trimming) / trimming);
        double p = Math.Sqrt(c) * Math.Exp(-c / 2) / (Math.Sqrt(2) * SpecialFunctions.Gamma(0.5)) * (lambda * (1 - 1 / c) + 2 / c);
        return double.IsNaN(p) || c < 2 ? 1 : Math.Clamp(p, 0, 1);
    }
}
