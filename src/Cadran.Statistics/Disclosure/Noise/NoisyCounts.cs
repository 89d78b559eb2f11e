using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Disclosure;

/// <summary>
/// Publishes counts with Laplace noise, paid from a privacy budget: what anybody learns about one person from all releases together
/// is bounded by the budget, whatever else they know.
/// </summary>
/// <remarks>Noise has scale b = people's largest influence ÷ ε: standard deviation √2·b, 95 % within 3.0·b. Published counts are
/// rounded to whole numbers and not below zero, which needs no further budget and hides the low bits that give floating-point noise
/// away (Mironov 2012). Rows and totals of a noisy table need not agree. Unlike suppression it does not promise that a small count
/// stays unknown to within a range, only that it says little about any one person. Source: Dwork, McSherry, Nissim and Smith 2006.
/// Tested by quantiles and a Kolmogorov–Smirnov test.</remarks>
/// <param name="budget">Ledger of the people the counts are about.</param>
/// <param name="seed">Secret, and new for each publication: with the same one, the noise of two tables cancels in their difference.</param>
public sealed class NoisyCounts(PrivacyBudget budget, ulong seed)
{
    private readonly PortableRandom random = new(seed);

    /// <summary>Publishes a table once.</summary>
    /// <param name="counts">Cells, not negative.</param>
    /// <param name="epsilon">Payment for the whole table, finite and above 0.</param>
    /// <param name="purpose">Entry in the ledger.</param>
    /// <param name="cellsPerPerson">Most cells in which one person counts: 1 for a table of disjoint cells, 2 with its totals, the number
    /// of boxes where people may tick several.</param>
    /// <returns>Null, and nothing paid, when the budget does not allow it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or fewer than one cell per person.</exception>
    public IReadOnlyList<long>? Publish(IReadOnlyList<long> counts, double epsilon, string purpose, int cellsPerPerson = 1)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(cellsPerPerson, 1);
        foreach (var count in counts) ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        if (!budget.TrySpend(purpose, epsilon)) return null;
        var scale = cellsPerPerson / epsilon;
        return [.. counts.Select(count => Math.Max(0, (long)Math.Round(count + Draw(random, scale))))];
    }

    /// <summary>A Laplace deviate: density exp(−|x|/scale)/(2·scale).</summary>
    internal static double Draw(PortableRandom random, double scale)
    {
        var u = random.NextDouble() - 0.5;
        // Below the median the distribution function is ½·exp(x/scale).
        var size = -scale * PortableMath.Log(1 - 2 * Math.Abs(u));
        return u < 0 ? -size : size;
    }
}
