namespace Cadran.Statistics;

/// <summary>
/// The columns that describe how a sample was drawn. Everything is optional; with nothing but <see cref="Rows"/> the
/// sample is simple random.
/// </summary>
public sealed record DesignColumns
{
    /// <summary>Number of rows; needed only when no column is given.</summary>
    public int? Rows { get; init; }
    /// <summary>Stratum of each row. No row may be without one.</summary>
    public Factor? Strata { get; init; }
    /// <summary>First-stage cluster of each row, read within its stratum: office 3 of region A is not office 3 of region B.</summary>
    public Factor? Clusters { get; init; }
    /// <summary>
    /// Sampling weights, kept and not copied: finite, zero or more. Without them, population over sample when populations
    /// are known, else 1.
    /// </summary>
    public double[]? Weights { get; init; }
    /// <summary>
    /// Clusters (or units, without clusters) in the population of the row's stratum; constant within a stratum, at least the number
    /// sampled; infinity for no correction.
    /// </summary>
    public double[]? Population { get; init; }
    /// <summary>Second-stage cluster of each row, read within its first-stage cluster; the rows themselves when null.</summary>
    public Factor? SecondStageClusters { get; init; }
    /// <summary>
    /// Second-stage clusters (or units) in the population of the row's first-stage cluster. Giving it,
    /// or <see cref="SecondStageClusters"/>, makes the design two-stage; it adds to the error only where
    /// first-stage populations are known.
    /// </summary>
    public double[]? SecondStagePopulation { get; init; }
    /// <summary>What becomes of a stratum with one cluster: refuse by default.</summary>
    public LoneCluster LoneCluster { get; init; } = LoneCluster.Fail;
}
