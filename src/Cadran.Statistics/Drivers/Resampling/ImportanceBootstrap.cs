namespace Cadran.Statistics.Drivers;

/// <summary>Bootstrap replicates of importance and performance, driver by driver.</summary>
internal sealed class ImportanceBootstrap(ImportanceReplicate[] replicates, int drivers)
{
    public int Replicates => replicates.Length;

    /// <summary>Per driver, LMG share in each replicate (sums to 1 over drivers).</summary>
    public double[][] Shares { get; } = [.. Enumerable.Range(0, drivers).Select(j => Array.ConvertAll(replicates, r => r.Shares[j]))];

    /// <summary>Per driver, mean rating in each replicate.</summary>
    public double[][] Performance { get; } = [.. Enumerable.Range(0, drivers).Select(j => Array.ConvertAll(replicates, r => r.Means[j]))];
}
