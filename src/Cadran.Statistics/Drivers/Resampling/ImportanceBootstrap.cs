namespace Cadran.Statistics.Drivers;

/// <summary>Bootstrap replicates of importance and performance, driver by driver.</summary>
internal sealed class ImportanceBootstrap(ImportanceReplicate[] replicates, int drivers)
{
    public static ImportanceBootstrap None(int drivers) => new([], drivers);

    public int Replicates => replicates.Length;

    /// <summary>Per driver, LMG share in each replicate (sums to 1 over drivers).</summary>
    public double[][] Shares { get; } = [.. Enumerable.Range(0, drivers).Select(j => Array.ConvertAll(replicates, r => r.Shares[j]))];

    /// <summary>Per driver, mean rating in each replicate.</summary>
    public double[][] Performance { get; } = [.. Enumerable.Range(0, drivers).Select(j => Array.ConvertAll(replicates, r => r.Means[j]))];

    /// <summary>The replicates moved away from the full sample for the degrees of freedom: shares may leave [0, 1], and still add up
    /// to 1. None where there are too few.</summary>
    /// <param name="shares">Of the full sample.</param>
    /// <param name="means">Of the full sample.</param>
    public ImportanceBootstrap For(FewUnits units, double[] shares, double[] means) =>
        units.AreTooFew ? None(drivers)
            : new([.. replicates.Select(r => new ImportanceReplicate(units.Widen(shares, r.Shares), units.Widen(means, r.Means)))],
                drivers);
}
