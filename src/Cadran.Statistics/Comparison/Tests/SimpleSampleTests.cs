using Cadran.Statistics.Distributions;
using MathNet.Numerics.Statistics;

namespace Cadran.Statistics.Comparison;

/// <summary>Tests for simple random samples without weights. With a design use <see cref="DesignTests"/>.</summary>
/// <remarks>NaN values throw: leave them out first. Oracle: R 4.2 stats.</remarks>
public static class SimpleSampleTests
{
    /// <summary>Welch's t test of two means, variances not assumed equal: first minus second.</summary>
    /// <param name="first">Finite values.</param>
    /// <param name="second">Finite values of other people; their mean is taken off.</param>
    /// <returns>Suppressed as TooFewRespondents with fewer than two values in a group, as Undefined when
    /// both groups are constant.</returns>
    public static (Estimate Difference, Significance Test) Welch(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        CheckFinite(first);
        CheckFinite(second);
        if (first.Length < 2 || second.Length < 2) return Thin(Math.Min(first.Length, second.Length));
        var difference = Change.DifferenceOf(Mean(second), Mean(first));
        return difference.StandardError > 0
            ? (difference, Significance.Student(difference))
            : (Estimate.Withheld(SuppressionReason.Undefined, difference.Respondents, "both groups are constant"),
            Significance.Not(SuppressionReason.Undefined, "both groups are constant"));
    }

    /// <summary>
    /// Wilcoxon rank-sum test (Mann–Whitney) with ties: normal approximation, continuity corrected. The statistic is W
    /// of the first sample.
    /// </summary>
    /// <param name="first">Finite values.</param>
    /// <param name="second">Finite values of other people.</param>
    /// <returns>Suppressed as Empty when a sample is empty, as Undefined when all values are equal.</returns>
    public static Significance RankSum(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int n1 = first.Length, n2 = second.Length;
        if (n1 == 0 || n2 == 0) return Significance.Not(SuppressionReason.Empty);
        var (ranks, ties) = Ranks([.. first, .. second]);
        double w = ranks.Take(n1).Sum() - n1 * (n1 + 1.0) / 2, n = n1 + n2;
        var sigma = Math.Sqrt((double)n1 * n2 / 12 * (n + 1 - (n > 1 ? ties / (n * (n - 1)) : 0)));
        if (!(sigma > 0)) return Significance.Not(SuppressionReason.Undefined, "all values are equal");
        double distance = w - (double)n1 * n2 / 2, z = (distance - 0.5 * Math.Sign(distance)) / sigma;
        return new(w, Math.Min(1, Normal.TwoSided(z)));
    }

    /// <summary>Kruskal–Wallis test of several groups, corrected for ties; χ² with groups − 1 degrees of freedom.</summary>
    /// <param name="groups">Finite values of each group; empty groups do not count.</param>
    /// <returns>Suppressed as Undefined with fewer than two filled groups, or when all values are equal.</returns>
    public static Significance KruskalWallis(IReadOnlyList<double[]> groups)
    {
        var filled = groups.Where(g => g.Length > 0).ToArray();
        if (filled.Length < 2) return Significance.Not(SuppressionReason.Undefined, "fewer than two groups");
        var (ranks, ties) = Ranks([.. filled.SelectMany(g => g)]);
        double n = ranks.Length, sum = 0;
        var at = 0;
        foreach (var group in filled)
        {
            var total = ranks.Skip(at).Take(group.Length).Sum();
            sum += total * total / group.Length;
            at += group.Length;
        }
        var correction = 1 - ties / (n * n * n - n);
        if (!(correction > 0)) return Significance.Not(SuppressionReason.Undefined, "all values are equal");
        var h = (12 * sum / (n * (n + 1)) - 3 * (n + 1)) / correction;
        return new(h, ChiSquared.Upper(h, filled.Length - 1), filled.Length - 1);
    }

    /// <summary>Two independent shares, pooled z test, first minus second.</summary>
    /// <param name="successes1">From 0 to the first trials.</param>
    /// <param name="trials1">Above 0.</param>
    /// <param name="successes2">From 0 to the second trials.</param>
    /// <param name="trials2">Above 0.</param>
    /// <returns>z; suppressed as Undefined when nobody or everybody succeeded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More successes than trials, fewer than none, no trial or infinitely many.</exception>
    public static Significance TwoShares(double successes1, double trials1, double successes2, double trials2)
    {
        if (!(successes1 >= 0 && successes1 <= trials1 && trials1 is > 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(successes1), successes1, $"Out of {trials1}.");
        if (!(successes2 >= 0 && successes2 <= trials2 && trials2 is > 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(successes2), successes2, $"Out of {trials2}.");
        double p = (successes1 + successes2) / (trials1 + trials2), se = Math.Sqrt(p * (1 - p) * (1 / trials1 + 1 / trials2));
        if (se == 0) return Significance.Not(SuppressionReason.Undefined, "nobody or everybody");
        var z = (successes1 / trials1 - successes2 / trials2) / se;
        return new(z, Normal.TwoSided(z));
    }

    /// <summary>Average ranks, and Σ(t³−t) over ties.</summary>
    internal static (double[] Ranks, double Ties) Ranks(double[] values)
    {
        CheckFinite(values);
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        var ranks = new double[values.Length];
        double ties = 0;
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && values[order[to]] == values[order[from]]) to++;
            double t = to - from;
            ties += t * t * t - t;
            for (var i = from; i < to; i++) ranks[order[i]] = (from + to + 1) / 2.0;
            from = to;
        }
        return (ranks, ties);
    }

    private static Estimate Mean(ReadOnlySpan<double> values)
    {
        var moments = new RunningStatistics(values.ToArray());
        return new(moments.Mean, Math.Sqrt(moments.Variance / values.Length), values.Length - 1, values.Length);
    }

    private static void CheckFinite(ReadOnlySpan<double> x)
    {
        for (var i = 0; i < x.Length; i++) if (!double.IsFinite(x[i])) throw new ArgumentException($"Value {i} is {x[i]}.", nameof(x));
        Magnitude.Check(x, nameof(x));
    }

    private static (Estimate, Significance) Thin(int n) =>
        (Estimate.Withheld(SuppressionReason.TooFewRespondents, n),
        Significance.Not(SuppressionReason.TooFewRespondents, "a mean's error needs two values"));
}
