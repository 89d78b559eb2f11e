namespace Cadran.Statistics.Drivers;

/// <summary>Shapley shares of R² by sampling orders of entry, for more drivers than can be enumerated.</summary>
/// <param name="RSquared">Of all drivers; exact.</param>
/// <param name="Lmg">Estimates of the exact shares; they sum to R² exactly.</param>
/// <param name="StandardErrors">Error from sampling orders alone, in the unit of the shares; falls with the root of the pairs.</param>
/// <param name="Pairs">Antithetic pairs drawn.</param>
public sealed record SampledImportance(double RSquared, IReadOnlyList<double> Lmg, IReadOnlyList<double> StandardErrors, int Pairs)
{
    /// <summary>Sampled importance from correlations alone.</summary>
    /// <param name="drivers">Correlation matrix of the drivers.</param>
    /// <param name="overall">Correlation of each with the overall rating.</param>
    /// <param name="pairs">Orders drawn, each with its reverse; at least two.</param>
    /// <param name="seed">Same seed, same orders.</param>
    /// <exception cref="ArgumentException">No driver, a matrix of another size, correlations that no data can have
    /// together, fewer than two pairs.</exception>
    public static SampledImportance FromCorrelation(
        double[,] drivers, ReadOnlySpan<double> overall, int pairs = 1000, ulong seed = 20260101)
    {
        RelativeImportance.CheckSquare(drivers, overall);
        if (pairs < 2) throw new ArgumentOutOfRangeException(nameof(pairs), pairs, "At least two pairs are needed for an error.");
        var (shares, errors) = (new double[overall.Length], new double[overall.Length]);
        var rSquared = new PermutationSample(overall.Length, pairs, seed)
            .Shapley(RelativeImportance.WithOverall(drivers, overall), shares, errors);
        return new SampledImportance(rSquared, shares, errors, pairs);
    }
}
