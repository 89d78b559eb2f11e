namespace Cadran.Statistics.Drivers;

/// <summary>Bootstrap of importance and performance, on block tables only.</summary>
internal sealed class ImportanceBootstrap
{
    /// <summary>Bounds the work: replicates × subsets. 20 drivers get 128 replicates, 15 or fewer as many as asked.</summary>
    private const long SubsetBudget = 1L << 27;

    private const int LeastReplicates = 64;
    private const int PairsPerReplicate = 64;

    private ImportanceBootstrap(int replicates, int drivers)
    {
        Shares = new double[drivers][];
        Performance = new double[drivers][];
        for (var j = 0; j < drivers; j++)
        {
            Shares[j] = new double[replicates];
            Performance[j] = new double[replicates];
        }
        RSquared = new double[replicates];
        Usable = new bool[replicates];
    }

    /// <summary>Per driver, LMG share in each replicate (sums to 1 over drivers).</summary>
    public double[][] Shares { get; private set; }

    /// <summary>Per driver, mean rating in each replicate.</summary>
    public double[][] Performance { get; private set; }

    public double[] RSquared { get; private set; }

    /// <summary>False where overall was constant or nothing was explained, so that shares do not exist.</summary>
    private bool[] Usable { get; }

    public int Replicates => RSquared.Length;

    public static ImportanceBootstrap Run(CrossProducts cross, Blocks blocks, SamplingUnits units, int drivers, int replicates, ulong seed)
    {
        var affordable = drivers > RelativeImportance.MaximumDrivers ? replicates : (int)Math.Max(LeastReplicates, SubsetBudget >> drivers);
        var orders = drivers > RelativeImportance.MaximumDrivers ? new PermutationSample(drivers, PairsPerReplicate, seed) : null;
        var result = new ImportanceBootstrap(Math.Min(replicates, affordable), drivers);
        var resampling = new BlockResampling(blocks, units);
        // One tree per worker is enough; a nested parallel walk would only add contention.
        Parallel.For(0, result.Replicates, () => new Worker(cross, resampling, drivers, orders), (r, _, worker) =>
        {
            worker.Replicate(result, r, new Xoshiro(seed, (ulong)r));
            return worker;
        }, _ => { });
        result.KeepUsable();
        return result;
    }

    private void KeepUsable()
    {
        if (!Array.Exists(Usable, u => !u)) return;
        Shares = Array.ConvertAll(Shares, Keep);
        Performance = Array.ConvertAll(Performance, Keep);
        RSquared = Keep(RSquared);
    }

    private double[] Keep(double[] values) => [.. values.Where((_, r) => Usable[r])];

    private sealed class Worker(CrossProducts cross, BlockResampling resampling, int drivers, PermutationSample? orders)
    {
        private readonly double[] table = new double[cross.Length];
        private readonly double[] shares = new double[drivers];
        private readonly double[] factors = new double[resampling.Blocks];
        private readonly Moments moments = new(drivers);
        private readonly SubsetTree? tree = orders is null ? new(drivers) : null;

        public void Replicate(ImportanceBootstrap result, int r, Xoshiro generator)
        {
            resampling.Draw(generator, factors);
            Array.Clear(table);
            for (var b = 0; b < factors.Length; b++)
                if (factors[b] != 0) VectorLoops.Add(table, cross.Table(b), factors[b]);
            if (!(table[0] > 0)) return;
            moments.Read(table, cross.Shift);
            if (!moments.OverallVaries) return;
            var rSquared = orders?.Shapley(moments.Correlation, shares) ?? tree!.Shapley(moments.Correlation, shares, onAllCores: false);
            if (!(rSquared > 0)) return;
            for (var j = 0; j < shares.Length; j++)
            {
                result.Shares[j][r] = shares[j] / rSquared;
                result.Performance[j][r] = moments.Mean[j];
            }
            result.RSquared[r] = rSquared;
            result.Usable[r] = true;
        }
    }
}
