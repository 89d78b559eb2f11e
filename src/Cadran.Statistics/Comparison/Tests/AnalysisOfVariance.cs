using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Comparison;

/// <summary>One-way analysis of variance of simple random groups.</summary>
/// <param name="BetweenSquares">Sum of squares between groups.</param>
/// <param name="WithinSquares">Sum of squares within groups.</param>
/// <param name="RSquared">Between over total, in [0, 1].</param>
/// <param name="Test">F with groups − 1 and cases − groups degrees of freedom.</param>
/// <remarks>Values are measured from one of them and deviations taken twice, so that a large common offset costs no digits.
/// Oracle: NIST StRD AtmWtAgt, SiRstvt, SmLs01–09.</remarks>
public sealed record AnalysisOfVariance(double BetweenSquares, double WithinSquares, double RSquared, Significance Test)
{
    /// <summary>Do the groups have one mean?</summary>
    /// <param name="groups">Values of each group; empty groups do not count.</param>
    /// <returns>NaN sums and the reason with fewer than two filled groups or no value to spare; F infinite when
    /// groups are constant and differ.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static AnalysisOfVariance Of(IReadOnlyList<double[]> groups)
    {
        var filled = groups.Where(g => g.Length > 0).ToArray();
        foreach (var g in filled)
            for (var i = 0; i < g.Length; i++)
                if (!double.IsFinite(g[i])) throw new ArgumentException($"A group holds {g[i]}.", nameof(groups));
        Magnitude.Check([.. filled.SelectMany(g => g)], nameof(groups));
        int n = filled.Sum(g => g.Length), k = filled.Length;
        if (k < 2 || n <= k)
            return new(double.NaN, double.NaN, double.NaN,
                Significance.Not(SuppressionReason.NoDegreesOfFreedom, $"{n} values in {k} groups"));
        var origin = filled[0][0];
        double grand = filled.Sum(g => g.Sum(x => x - origin)) / n, between = 0, within = 0;
        foreach (var g in filled)
        {
            var mean = g.Sum(x => x - origin) / g.Length;
            mean += g.Sum(x => x - origin - mean) / g.Length;
            between += g.Length * (mean - grand) * (mean - grand);
            var left = g.Sum(x => x - origin - mean);
            within += g.Sum(x => (x - origin - mean) * (x - origin - mean)) - left * left / g.Length;
        }
        var f = between / (k - 1) / (within / (n - k));
        if (double.IsNaN(f)) return new(between, within, double.NaN, Significance.Not(SuppressionReason.Undefined, "all values are equal"));
        return new(between, within, between / (between + within), new(f, FisherF.Upper(f, k - 1, n - k), k - 1, n - k));
    }
}
