using System.Numerics.Tensors;

namespace Cadran.Statistics.Drivers;

/// <summary>Rescaled bootstrap (Rao and Wu 1988) of importance and performance, on block tables only.</summary>
/// <remarks>In a stratum of n blocks, n-1 are drawn with replacement and block i weighs 1 - L + L·n/(n-1)·(times drawn),
/// L = sqrt(1-f) with sampling fraction f. A lone block keeps weight 1.</remarks>
internal sealed class ImportanceBootstrap
{
    /// <summary>Bounds the work: replicates × subsets. 20 drivers get 128 replicates, 15 or fewer as many as asked.</summary>
    private const long SubsetBudget = 1L << 27;

    private const int LeastReplicates = 64;

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
        var affordable = (int)Math.Max(LeastReplicates, SubsetBudget >> drivers);
        var result = new ImportanceBootstrap(Math.Min(replicates, affordable), drivers);
        var first = FirstBlocks(blocks, units.Strata);
        // One tree per worker is enough; a nested parallel walk would only add contention.
        Parallel.For(0, result.Replicates, () => new Worker(cross, drivers), (r, _, worker) =>
        {
            worker.Replicate(result, r, cross, blocks, units, first, new Xoshiro(seed, (ulong)r));
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

    private static int[][] FirstBlocks(Blocks blocks, int strata)
    {
        var members = new List<int>[strata];
        for (var h = 0; h < strata; h++) members[h] = [];
        for (var b = 0; b < blocks.Count; b++) members[blocks.StratumOfBlock[b]].Add(b);
        return Array.ConvertAll(members, m => m.ToArray());
    }

    private sealed class Worker(CrossProducts cross, int drivers)
    {
        private readonly double[] table = new double[cross.Length];
        private readonly double[] shares = new double[drivers];
        private readonly Moments moments = new(drivers);
        private readonly SubsetTree tree = new(drivers);
        private readonly List<double> factors = [];

        public void Replicate(ImportanceBootstrap result, int r, CrossProducts tables, Blocks blocks, SamplingUnits units, int[][] members, Xoshiro generator)
        {
            Array.Clear(table);
            for (var h = 0; h < members.Length; h++) Resample(tables, members[h], units.UnsampledInStratum[h], generator);
            if (!(table[0] > 0)) return;
            moments.Read(table, tables.Shift);
            if (!moments.OverallVaries) return;
            var rSquared = tree.Shapley(moments.Correlation, shares, onAllCores: false);
            if (!(rSquared > 0)) return;
            for (var j = 0; j < shares.Length; j++)
            {
                result.Shares[j][r] = shares[j] / rSquared;
                result.Performance[j][r] = moments.Mean[j];
            }
            result.RSquared[r] = rSquared;
            result.Usable[r] = true;
        }

        private void Resample(CrossProducts tables, int[] members, double unsampled, Xoshiro generator)
        {
            var n = members.Length;
            var scale = n > 1 ? Math.Sqrt(unsampled) : 0;
            factors.Clear();
            for (var i = 0; i < n; i++) factors.Add(1 - scale);
            for (var draw = 0; draw < n - 1; draw++) factors[generator.Below(n)] += scale * n / (n - 1);
            for (var i = 0; i < n; i++)
                if (factors[i] != 0) TensorPrimitives.MultiplyAdd(tables.Table(members[i]), factors[i], table, table);
        }
    }
}
