namespace Cadran.Statistics.Benchmarks;

/// <summary>What the data say about a unit's place among its peers.</summary>
/// <param name="Expected">Mean rank; 1 is the highest value.</param>
/// <param name="Low">Best rank of the 90 % interval.</param>
/// <param name="High">Worst rank of it.</param>
/// <param name="Probability">Probability of each rank, from 1; sums to 1.</param>
public sealed record RankUncertainty(double Expected, int Low, int High, IReadOnlyList<double> Probability);
