using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Comparison;

/// <summary>The same people asked twice, yes or no.</summary>
public static class PairedShares
{
    /// <summary>McNemar's test of the two kinds of change, χ² with one degree of freedom.</summary>
    /// <param name="lost">Yes then no. Zero or more.</param>
    /// <param name="gained">No then yes. Zero or more.</param>
    /// <param name="corrected">Yates's continuity correction.</param>
    /// <remarks>Undefined when nobody changed. Oracle: R 4.2 <c>mcnemar.test</c>.</remarks>
    public static Significance McNemar(int lost, int gained, bool corrected = false)
    {
        Check(lost, gained);
        if (lost == 0 && gained == 0) return Significance.Not(SuppressionReason.Undefined, "nobody changed");
        var distance = Math.Max(0, Math.Abs((double)lost - gained) - (corrected ? 1 : 0));
        var statistic = distance * distance / ((double)lost + gained);
        return new(statistic, ChiSquared.Upper(statistic, 1), 1);
    }

    /// <summary>The exact binomial form, for few changes. The statistic is the number gained.</summary>
    /// <param name="lost">Yes then no. Zero or more.</param>
    /// <param name="gained">No then yes. Zero or more.</param>
    public static Significance McNemarExact(int lost, int gained)
    {
        Check(lost, gained);
        var n = (double)lost + gained;
        var fewer = Math.Min(lost, gained);
        if (n == 0) return Significance.Not(SuppressionReason.Undefined, "nobody changed");
        var tail = Binomial.Cumulative(fewer, n, 0.5);
        return new(gained, Math.Min(1, 2 * tail));
    }

    private static void Check(int lost, int gained)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
    }
}
