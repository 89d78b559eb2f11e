using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// Shares of R² and mean ratings of other samples that could have been drawn, on small tables only: no replicate touches a row.
/// </summary>
/// <param name="cross">Cross-products by random group, or by random group and raking cell.</param>
/// <param name="groups">What is resampled.</param>
/// <param name="design">The sample.</param>
/// <param name="drivers">Number of drivers.</param>
/// <param name="seed">Same seed, same replicates on any number of cores.</param>
/// <param name="raking">Margins to be met by every replicate; null when the weights are taken as they are.</param>
internal sealed class ImportanceResampling(
    CrossProducts cross, RandomGroups groups, Design design, int drivers, ulong seed, RakedTables? raking = null)
{
    /// <summary>Bounds the work, replicates × subsets: at most 1,024 replicates with 17 drivers, 512 with 18, 128 with 20.</summary>
    private const long SubsetBudget = 1L << 27;

    private const int LeastReplicates = 64;
    private const int PairsPerReplicate = 64;

    private readonly UnitResampling resampling = new(groups.StratumOfGroup, design.UnsampledInStratum);
    private readonly PermutationSample? orders = drivers > RelativeImportance.MaximumDrivers ? new(drivers, PairsPerReplicate, seed) : null;

    /// <summary>Shares in the full sample; null when nothing varies or is explained.</summary>
    public double[]? Shares()
    {
        var ones = new double[groups.Count];
        Array.Fill(ones, 1);
        return NewWorker().Replicate(ones)?.Shares;
    }

    /// <summary>Usable replicates of at most <paramref name="wanted"/>.</summary>
    public ImportanceBootstrap Bootstrap(int wanted)
    {
        var affordable = orders is not null ? wanted : (int)Math.Max(LeastReplicates, SubsetBudget >> drivers);
        var result = new ImportanceReplicate?[Math.Min(wanted, affordable)];
        // One sweep per worker is enough; a nested parallel one would only add contention.
        Parallel.For(0, result.Length, NewWorker, (r, _, worker) =>
        {
            resampling.Draw(new PortableRandom(seed).Fork((ulong)r), worker.Factors);
            result[r] = worker.Replicate(worker.Factors);
            return worker;
        }, _ => { });
        return new ImportanceBootstrap([.. result.OfType<ImportanceReplicate>()], drivers);
    }

    /// <summary>Shares without each group in turn; null when a deletion leaves nothing to estimate.</summary>
    public ImportanceJackknife? Jackknife()
    {
        var result = new double[groups.Count][];
        Parallel.For(0, groups.Count, NewWorker, (g, _, worker) =>
        {
            if (resampling.Together(g) < 2) return worker;
            resampling.LeaveOut(g, worker.Factors);
            result[g] = worker.Replicate(worker.Factors)?.Shares!;
            return worker;
        }, _ => { });
        for (var g = 0; g < result.Length; g++)
            if (result[g] is null && resampling.Together(g) > 1) return null;
        return new ImportanceJackknife(result, groups.StratumOfGroup, design.UnsampledInStratum);
    }

    private Worker NewWorker() => new(cross, drivers, groups.Count, orders, raking);

    private sealed class Worker(CrossProducts cross, int drivers, int groups, PermutationSample? orders, RakedTables? raking)
    {
        private readonly double[] sum = new double[cross.Length];
        private readonly double[] shares = new double[drivers];
        private readonly CorrelationTable moments = new(drivers);
        private readonly GraySweep? sweep = orders is null ? new(drivers) : null;

        public double[] Factors { get; } = new double[groups];

        public ImportanceReplicate? Replicate(double[] groupFactors)
        {
            var factors = raking is null ? groupFactors : raking.Factors(groupFactors);
            if (factors is null) return null;
            Array.Clear(sum);
            for (var t = 0; t < factors.Length; t++)
                if (factors[t] != 0) VectorLoops.Add(sum, cross.Table(t), factors[t]);
            if (!(sum[0] > 0)) return null;
            moments.Read(sum, cross.Shift);
            if (!moments.OverallVaries) return null;
            var rSquared = orders?.Shapley(moments.Correlation, shares) ?? sweep!.Shapley(moments.Correlation, shares, onAllCores: false);
            if (!(rSquared > RelativeImportance.LeastRSquared)) return null;
            return new(Array.ConvertAll(shares, s => s / rSquared), moments.Mean[..drivers]);
        }
    }
}
