namespace Cadran.Statistics.Drivers;

/// <summary>Importance of groups of drivers, and of drivers within their groups (Owen 1977).</summary>
/// <param name="RSquared">Of all drivers.</param>
/// <param name="Groups">Shapley value of each group entering as a whole; at least 0, sums to R².</param>
/// <param name="Drivers">Owen value of each driver: average gain over orders in which groups stay together; sums
/// to its group's value.</param>
/// <remarks>For items that measure one thing (two items on waiting), so that asking about it twice does not count it twice.
/// With one driver per group, or one group, Owen values are LMG.</remarks>
public sealed record GroupedImportance(double RSquared, IReadOnlyList<double> Groups, IReadOnlyList<double> Drivers)
{
    /// <summary>Bound on subsets visited: 2^(groups-1) × the sum of 2^size over groups.</summary>
    private const double MostSubsets = 1 << 26;

    /// <summary>Importance of groups from correlations alone.</summary>
    /// <param name="drivers">Correlation matrix of the drivers.</param>
    /// <param name="overall">Correlation of each with the overall rating.</param>
    /// <param name="groupOf">Group of each driver, numbered 0, 1, 2 … without gaps.</param>
    /// <exception cref="ArgumentException">As <see cref="RelativeImportance.FromCorrelation"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Groups with gaps, or more subsets than can be visited.</exception>
    public static GroupedImportance FromCorrelation(double[,] drivers, ReadOnlySpan<double> overall, IReadOnlyList<int> groupOf)
    {
        ArgumentNullException.ThrowIfNull(groupOf);
        RelativeImportance.CheckSquare(drivers, overall);
        if (groupOf.Count != overall.Length)
            throw new ArgumentException($"{groupOf.Count} group numbers for {overall.Length} drivers.", nameof(groupOf));
        var members = Members(groupOf);
        var subsets = Math.Pow(2, members.Length - 1) * members.Sum(m => Math.Pow(2, m.Length));
        if (subsets > MostSubsets)
            throw new ArgumentOutOfRangeException(nameof(groupOf), subsets, "These groups have too many subsets to visit.");

        var correlation = RelativeImportance.WithOverall(drivers, overall);
        var values = new double[overall.Length];
        for (var g = 0; g < members.Length; g++)
        {
            var walk = new Walk(members, g, overall.Length + 1, values);
            walk.Visit(correlation, 0, 0);
        }
        double[] groups = [.. members.Select(m => m.Sum(j => values[j]))];
        return new GroupedImportance(groups.Sum(), groups, values);
    }

    private static int[][] Members(IReadOnlyList<int> groupOf)
    {
        if (groupOf.Max() >= groupOf.Count)
            throw new ArgumentOutOfRangeException(
                nameof(groupOf), groupOf.Max(), $"{groupOf.Count} drivers have groups 0 to {groupOf.Count - 1} at most.");
        var members = Enumerable.Range(0, groupOf.Max() + 1)
            .Select(g => Enumerable.Range(0, groupOf.Count).Where(j => groupOf[j] == g).ToArray()).ToArray();
        if (groupOf.Min() < 0 || members.Any(m => m.Length == 0))
            throw new ArgumentOutOfRangeException(nameof(groupOf), "Groups are numbered 0, 1, 2 … without gaps.");
        return members;
    }

    /// <summary>
    /// For one group: every set of other groups enters first, then the Shapley shares of what is left to the group's drivers.
    /// </summary>
    private sealed class Walk(int[][] members, int group, int stride, double[] values)
    {
        private readonly GraySweep sweep = new(members[group].Length);
        private readonly double[] weights = GraySweep.Weights(members.Length);

        public void Visit(double[] matrix, int next, int entered)
        {
            if (next == group) next++;
            if (next == members.Length)
            {
                Share(matrix, entered);
                return;
            }
            Visit(matrix, next + 1, entered);
            var after = (double[])matrix.Clone();
            foreach (var j in members[next]) Elimination.Enter(after, stride, j);
            Visit(after, next + 1, entered + 1);
        }

        private void Share(double[] matrix, int entered)
        {
            var own = members[group];
            var corner = new double[(own.Length + 1) * (own.Length + 1)];
            for (var a = 0; a <= own.Length; a++)
                for (var b = 0; b <= own.Length; b++)
                    corner[(a * (own.Length + 1)) + b] =
                        matrix[((a < own.Length ? own[a] : stride - 1) * stride) + (b < own.Length ? own[b] : stride - 1)];
            var shares = new double[own.Length];
            sweep.Shapley(corner, shares, onAllCores: false);
            for (var k = 0; k < own.Length; k++) values[own[k]] += weights[entered] * shares[k];
        }
    }
}
