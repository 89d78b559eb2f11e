using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Benchmarks;

/// <summary>Ranks with their uncertainty; a league table without it should not be published: <see cref="LeagueTable"/> has none.</summary>
public static class PeerComparison
{
    /// <summary>Ranks under independent normal errors, by simulation.</summary>
    /// <param name="values">Estimates, finite; shrunken ones give steadier ranks.</param>
    /// <param name="errors">Their standard errors, not negative. All zero: the ranks are certain, ties shared at random.</param>
    /// <param name="seed">Same seed, same result on every platform, in whatever order the units are given.</param>
    /// <param name="draws">Simulation size, at least 1; the error of a probability is at most 0.5/√draws.</param>
    /// <returns>One per unit, in their order; empty without units. Units of the same estimate and error
    /// have the same probabilities.</returns>
    /// <exception cref="ArgumentException">Unequal lengths, a value that is not finite, an error that is
    /// negative or not finite, no draw.</exception>
    public static IReadOnlyList<RankUncertainty> Ranks(ReadOnlySpan<double> values, ReadOnlySpan<double> errors, ulong seed,
        int draws = 10_000)
    {
        if (values.Length != errors.Length)
            throw new ArgumentException($"{errors.Length} errors for {values.Length} units.", nameof(errors));
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        for (var u = 0; u < values.Length; u++)
        {
            if (!double.IsFinite(values[u])) throw new ArgumentOutOfRangeException(nameof(values), values[u], "Estimates are finite.");
            if (!(errors[u] >= 0) || double.IsInfinity(errors[u]))
                throw new ArgumentOutOfRangeException(nameof(errors), errors[u], "Standard errors are finite and not negative.");
        }
        var kinds = Kinds(values, errors);
        var m = values.Length;
        var counts = new long[kinds.Count, m];
        var random = new PortableRandom(seed);
        var drawn = new (double Value, double Tie, int Kind)[m];
        for (var d = 0; d < draws; d++)
        {
            var at = 0;
            for (var k = 0; k < kinds.Count; k++)
                foreach (var u in kinds[k]) drawn[at++] = (values[u] + errors[u] * random.NextNormal(), random.NextDouble(), k);
            Array.Sort(drawn, (a, b) => b.Value != a.Value ? b.Value.CompareTo(a.Value) : b.Tie.CompareTo(a.Tie));
            for (var r = 0; r < m; r++) counts[drawn[r].Kind, r]++;
        }
        var result = new RankUncertainty[m];
        for (var k = 0; k < kinds.Count; k++)
        {
            var all = (double)draws * kinds[k].Length;
            var summary = Summary([.. Enumerable.Range(0, m).Select(r => counts[k, r] / all)]);
            foreach (var u in kinds[k]) result[u] = summary;
        }
        return result;
    }

    /// <summary>
    /// Units of the same value and error, up to rounding, in the order of these: what a seed draws does not depend on the order
    /// in which units come.
    /// </summary>
    private static List<int[]> Kinds(ReadOnlySpan<double> values, ReadOnlySpan<double> errors)
    {
        double largestValue = 0, largestError = 0;
        foreach (var value in values) largestValue = Math.Max(largestValue, Math.Abs(value));
        foreach (var error in errors) largestError = Math.Max(largestError, error);
        var keys = new (double Value, double Error)[values.Length];
        for (var u = 0; u < keys.Length; u++) keys[u] = (Digits(values[u], largestValue), Digits(errors[u], largestError));
        return [.. keys.Index().GroupBy(u => u.Item, u => u.Index).OrderBy(kind => kind.Key).Select(kind => kind.ToArray())];
    }

    // Twelve digits of the largest.
    private static double Digits(double value, double largest) => largest > 0 ? Math.Round(value / largest, 12) : 0;

    private static RankUncertainty Summary(double[] probability)
    {
        int low = 0, high = 0;
        double below = 0;
        for (var r = 0; r < probability.Length; r++)
        {
            below += probability[r];
            if (low == 0 && below >= 0.05) low = r + 1;
            if (high == 0 && below >= 0.95 - 1e-12) high = r + 1;
        }
        return new(probability.Select((p, r) => p * (r + 1)).Sum(), low, high, probability);
    }
}
