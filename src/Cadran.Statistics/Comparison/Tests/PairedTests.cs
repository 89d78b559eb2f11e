using Cadran.Statistics.Distributions;
using MathNet.Numerics.Statistics;

namespace Cadran.Statistics.Comparison;

/// <summary>
/// The same partners measured twice: tests of the change within each. For named panels and censuses of a few dozen partners.
/// </summary>
/// <remarks>Pairs in which either value is NaN are left out; infinite values throw. Oracle: R 4.2 <c>t.test</c>,
/// <c>wilcox.test</c>, <c>binom.test</c>.</remarks>
public static class PairedTests
{
    /// <summary>Above this many changes the signed-rank distribution is taken as normal, as R does.</summary>
    private const int ExactUpTo = 49;

    /// <summary>Paired t test of after minus before.</summary>
    /// <param name="before">One value per partner, NaN for none.</param>
    /// <param name="after">The same partners later.</param>
    /// <param name="population">All partners, when these are a sample without replacement from a known list: the error shrinks by √(1
    /// − n/N), and is 0 when all answered twice. Only under non-response that has nothing to do with the answers; say so.</param>
    /// <returns>Suppressed with fewer than two pairs, and as undefined when all changes are equal and there is no error.</returns>
    /// <exception cref="ArgumentException">Columns of unequal length, an infinite value, a population below
    /// the number of pairs.</exception>
    public static (Estimate Difference, Significance Test) Student(
        ReadOnlySpan<double> before, ReadOnlySpan<double> after, double population = double.PositiveInfinity)
    {
        var changes = Changes(before, after);
        var n = changes.Length;
        if (!(population >= n))
            throw new ArgumentOutOfRangeException(nameof(population), population, $"A population of at least the {n} pairs.");
        if (n < 2)
            return (Estimate.Withheld(SuppressionReason.TooFewRespondents, n),
                Significance.Not(SuppressionReason.TooFewRespondents, $"{n} pairs"));
        var moments = new RunningStatistics(changes);
        double mean = moments.Mean, variance = changes.Max() - changes.Min() <= Rounding(before, after) ? 0 : moments.Variance / n;
        if (!double.IsPositiveInfinity(population)) variance *= 1 - n / population;
        var difference = new Estimate(mean, Math.Sqrt(variance), n - 1, n);
        if (variance == 0)
            return (difference, Significance.Not(SuppressionReason.Undefined, "the change has no error: all alike, or everybody asked"));
        return (difference, Significance.Student(difference));
    }

    /// <summary>
    /// Wilcoxon's signed-rank test; the statistic is V, the rank sum of the rises. Partners who did not change are left out.
    /// </summary>
    /// <param name="before">One value per partner, NaN for none.</param>
    /// <param name="after">The same partners later.</param>
    /// <returns>Exact below 50 changes without ties, else normal with correction for ties and continuity.
    /// Undefined when nobody changed.</returns>
    public static Significance SignedRank(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        double[] all = Changes(before, after), changes = [.. all.Where(d => d != 0)];
        var n = changes.Length;
        if (n == 0) return Significance.Not(SuppressionReason.Undefined, "nobody changed");
        var (ranks, ties) = SimpleSampleTests.Ranks(Array.ConvertAll(changes, Math.Abs));
        var v = ranks.Where((_, i) => changes[i] > 0).Sum();
        if (n <= ExactUpTo && ties == 0 && all.Length == n) return new(v, Exact((int)v, n));
        double centre = n * (n + 1.0) / 4, spread = Math.Sqrt(n * (n + 1.0) * (2 * n + 1) / 24 - ties / 48),
            z = (v - centre - 0.5 * Math.Sign(v - centre)) / spread;
        return new(v, Math.Min(1, Normal.TwoSided(z)));
    }

    /// <summary>
    /// Sign test: as many rises as falls? Exact binomial; the statistic is the number of rises. Needs nothing of the
    /// scale but its order.
    /// </summary>
    /// <param name="before">One value per partner, NaN for none.</param>
    /// <param name="after">The same partners later.</param>
    public static Significance Sign(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var changes = Changes(before, after);
        return PairedShares.McNemarExact(changes.Count(d => d < 0), changes.Count(d => d > 0));
    }

    /// <summary>
    /// Mean of a whole population of partners, had those who did not answer all given the lowest or all the highest value:
    /// no assumption, no probability.
    /// </summary>
    /// <param name="mean">Of those who answered.</param>
    /// <param name="answered">Partners who answered.</param>
    /// <param name="population">All partners.</param>
    /// <param name="scale">The scale the mean is on.</param>
    /// <exception cref="ArgumentOutOfRangeException">More answers than people, nobody in the population, a mean off the scale.</exception>
    public static Interval WorstCase(double mean, int answered, int population, Scale scale)
    {
        if (answered < 0 || population < 1 || answered > population)
            throw new ArgumentOutOfRangeException(nameof(answered), answered, $"Out of {population}.");
        if (answered > 0 && !(mean >= scale.Minimum && mean <= scale.Maximum))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"The scale goes from {scale.Minimum} to {scale.Maximum}.");
        double known = answered == 0 ? 0 : answered * mean, silent = population - answered;
        return new((known + silent * scale.Minimum) / population, (known + silent * scale.Maximum) / population);
    }

    private static double[] Changes(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        if (before.Length != after.Length)
            throw new ArgumentException($"{before.Length} values before, {after.Length} after.", nameof(after));
        Magnitude.Check(before, nameof(before));
        Magnitude.Check(after, nameof(after));
        var changes = new List<double>();
        for (var i = 0; i < before.Length; i++)
        {
            if (!double.IsNaN(before[i]) && !double.IsNaN(after[i])) changes.Add(after[i] - before[i]);
        }
        return [.. changes];
    }

    /// <summary>How far two equal changes can come apart because their values are doubles: .2 − .1 is not .3 − .2.</summary>
    private static double Rounding(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        double largest = 0;
        for (var i = 0; i < before.Length; i++)
            if (!double.IsNaN(before[i]) && !double.IsNaN(after[i]))
                largest = Math.Max(largest, Math.Max(Math.Abs(before[i]), Math.Abs(after[i])));
        return 4 * (Math.BitIncrement(1.0) - 1) * largest;
    }

    /// <summary>Two-sided exact p: subsets of the ranks 1..n by their sum, counted one rank at a time.</summary>
    private static double Exact(int v, int n)
    {
        var ways = new double[n * (n + 1) / 2 + 1];
        ways[0] = 1;
        for (var rank = 1; rank <= n; rank++)
            for (var s = ways.Length - 1; s >= rank; s--) ways[s] += ways[s - rank];
        double lower = 0, upper = 0, total = Math.Pow(2, n);
        for (var s = 0; s < ways.Length; s++)
        {
            if (s <= v) lower += ways[s] / total;
            if (s >= v) upper += ways[s] / total;
        }
        return Math.Min(1, 2 * Math.Min(lower, upper));
    }
}
