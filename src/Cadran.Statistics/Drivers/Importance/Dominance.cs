using System.Numerics;

namespace Cadran.Statistics.Drivers;

/// <summary>Dominance analysis (Budescu 1993; Azen and Budescu 2003) of R² over all subsets of drivers.</summary>
/// <param name="RSquared">Of all drivers.</param>
/// <param name="Complete">[i][j]: share of the subsets of the other drivers in which i adds more than j; 1 means i dominates j
/// completely, 0 the reverse. NaN on the diagonal.</param>
/// <param name="Conditional">[i][k]: mean gain of driver i over the subsets of k other drivers, k = 0..p-1.</param>
/// <param name="General">Mean over k of the conditional values: the LMG shares.</param>
/// <remarks>Oracle: R domir 1.2.0 on attitude and swiss.</remarks>
public sealed record Dominance(
    double RSquared,
    IReadOnlyList<IReadOnlyList<double>> Complete,
    IReadOnlyList<IReadOnlyList<double>> Conditional,
    IReadOnlyList<double> General)
{
    /// <summary>The table of all subsets is kept: 2^16 numbers, p² comparisons each.</summary>
    public const int MaximumDrivers = 16;

    /// <summary>Dominance from correlations alone.</summary>
    /// <param name="drivers">Correlation matrix of the drivers.</param>
    /// <param name="overall">Correlation of each with the overall rating.</param>
    /// <exception cref="ArgumentException">As <see cref="RelativeImportance.FromCorrelation"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No driver or more than <see cref="MaximumDrivers"/>.</exception>
    public static Dominance FromCorrelation(double[,] drivers, ReadOnlySpan<double> overall)
    {
        RelativeImportance.CheckSquare(drivers, overall);
        var p = overall.Length;
        if (p > MaximumDrivers)
            throw new ArgumentOutOfRangeException(
                nameof(overall), p, $"At most {MaximumDrivers} drivers can be compared subset by subset.");
        var rSquared = new double[1 << p];
        Fill(rSquared, RelativeImportance.WithOverall(drivers, overall), p, 0, 0, 0);
        var conditional = Enumerable.Range(0, p).Select(i => ConditionalOf(rSquared, p, i)).ToArray();
        return new Dominance(rSquared[^1],
            [.. Enumerable.Range(0, p)
            .Select(i => (IReadOnlyList<double>)[.. Enumerable.Range(0, p).Select(j => CompleteOf(rSquared, p, i, j))])],
            conditional, [.. conditional.Select(c => c.Average())]);
    }

    private static void Fill(double[] rSquared, double[] matrix, int p, int next, int subset, double value)
    {
        rSquared[subset] = value;
        for (var j = next; j < p; j++)
        {
            var after = (double[])matrix.Clone();
            var gain = Elimination.Gain(matrix, p + 1, j);
            Elimination.Enter(after, p + 1, j);
            Fill(rSquared, after, p, j + 1, subset | 1 << j, value + gain);
        }
    }

    private static double[] ConditionalOf(double[] rSquared, int p, int i)
    {
        var sums = new double[p];
        var counts = new int[p];
        for (var s = 0; s < rSquared.Length; s++)
        {
            if ((s >> i & 1) != 0) continue;
            var size = BitOperations.PopCount((uint)s);
            sums[size] += rSquared[s | 1 << i] - rSquared[s];
            counts[size]++;
        }
        return [.. sums.Zip(counts, (sum, n) => sum / n)];
    }

    private static double CompleteOf(double[] rSquared, int p, int i, int j)
    {
        if (i == j) return double.NaN;
        var wins = 0;
        for (var s = 0; s < rSquared.Length; s++)
            if ((s >> i & 1) == 0 && (s >> j & 1) == 0 && rSquared[s | 1 << i] > rSquared[s | 1 << j]) wins++;
        return (double)wins / (1 << (p - 2));
    }
}
