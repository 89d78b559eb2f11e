namespace Cadran.Statistics;

/// <summary>Units drawn within each first-stage cluster.</summary>
/// <param name="UnitOfRow">Second-stage unit of each row.</param>
/// <param name="ClusterOfUnit">First-stage cluster of each unit.</param>
/// <param name="UnitsInCluster">Units sampled in each first-stage cluster.</param>
/// <param name="Population">Units in the population of each first-stage cluster; infinity when unknown.</param>
internal sealed record SecondStage(int[] UnitOfRow, int[] ClusterOfUnit, int[] UnitsInCluster, double[] Population)
{
    /// <summary>Share of the units of each cluster that was not sampled.</summary>
    public double[] UnsampledInCluster =>
        field ??= [.. Population.Select((population, c) => Design.UnsampledShare(population, UnitsInCluster[c]))];

    /// <summary>Inverse of the row's second-stage chance; 1 when populations are unknown.</summary>
    public double Weight(int row)
    {
        var c = ClusterOfUnit[UnitOfRow[row]];
        return double.IsPositiveInfinity(Population[c]) ? 1 : Population[c] / UnitsInCluster[c];
    }
}
