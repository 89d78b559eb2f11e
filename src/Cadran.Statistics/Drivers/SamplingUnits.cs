namespace Cadran.Statistics.Drivers;

/// <summary>The first-stage clusters of a design (its rows when it has none), as the sums of this module need them.</summary>
internal sealed class SamplingUnits
{
    public SamplingUnits(Design design)
    {
        Rows = design.Rows;
        UnitOfRow = design.ClusterOfRow;
        StratumOfUnit = design.ClusterOfRow is not null ? design.StratumOfCluster : design.StratumOfRow ?? new int[design.Rows];
        UnitsInStratum = design.ClustersInStratum;
        UnsampledInStratum = [.. Enumerable.Range(0, design.Strata).Select(design.Unsampled)];
        DegreesOfFreedom = design.DegreesOfFreedom;
        Policy = design.Policy;
    }

    public int Rows { get; }

    /// <summary>Null when each row is its own unit.</summary>
    public int[]? UnitOfRow { get; }

    public int[] StratumOfUnit { get; }

    public int[] UnitsInStratum { get; }

    /// <summary>Finite-population factor of the stratum, in [0, 1]; 1 with replacement.</summary>
    public double[] UnsampledInStratum { get; }

    public int DegreesOfFreedom { get; }

    public LoneCluster Policy { get; }

    public int Units => StratumOfUnit.Length;

    public int Strata => UnitsInStratum.Length;

    public int UnitOf(int row) => UnitOfRow is null ? row : UnitOfRow[row];
}
