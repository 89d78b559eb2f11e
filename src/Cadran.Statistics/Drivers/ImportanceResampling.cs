using System.Numerics.Tensors;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Drivers;

/// <summary>Shares of R² of resampled clusters: cross-products are kept by cluster and raking cell, so that a replicate reweights small tables and never a row.</summary>
internal sealed class ImportanceResampling
{
    private const double RakingTolerance = 1e-10;
    private const int RakingRounds = 500;

    private readonly int drivers;
    private readonly double shift;
    private readonly Blocks blocks;
    private readonly SamplingUnits units;
    private readonly IReadOnlyList<Margin> margins;
    private readonly RakingCells cells;
    private readonly int[] blockOfTable;
    private readonly int[] cellOfTable;
    private readonly double[] weightOfTable;
    private readonly double[][] tables;

    public ImportanceResampling(DriverData data, bool[] complete, DriverAnalysisOptions options, IReadOnlyList<Margin> margins)
    {
        drivers = data.Drivers.Count;
        shift = (options.ScaleMinimum + options.ScaleMaximum) / 2;
        this.margins = margins;
        foreach (var margin in margins) margin.Check(data.Design);
        if (margins.Count > 0) Raking.Apply(data.Design, margins);
        units = new SamplingUnits(data.Design, complete);
        blocks = Blocks.Deal(units, options.Seed);
        cells = margins.Count == 0 ? new RakingCells { CellOfRow = [], Category = [] } : RakingCells.Build(margins, data.Rows);
        var tableOf = new Dictionary<(int Block, int Cell), int>();
        var (block, cell, weight, products) = (new List<int>(), new List<int>(), new List<double>(), new List<double[]>());
        var row = new double[drivers + 2];
        for (var i = 0; i < data.Rows; i++)
        {
            if (!complete[i] && margins.Count == 0) continue;
            var key = (blocks.BlockOfUnit[units.UnitOf(i)], margins.Count == 0 ? 0 : cells.CellOfRow[i]);
            if (!tableOf.TryGetValue(key, out var at))
            {
                tableOf.Add(key, at = products.Count);
                (block, cell, weight) = (Add(block, key.Item1), Add(cell, key.Item2), Add(weight, 0.0));
                products.Add(new double[(drivers + 2) * (drivers + 3) / 2]);
            }
            weight[at] += data.Design.Weight(i);
            if (complete[i]) Accumulate(data, i, row, products[at]);
        }
        (blockOfTable, cellOfTable, weightOfTable, tables) = ([.. block], [.. cell], [.. weight], [.. products]);

        static List<T> Add<T>(List<T> list, T item)
        {
            list.Add(item);
            return list;
        }
    }

    /// <summary>Shares in the full sample; null when nothing varies or is explained.</summary>
    public double[]? Shares() => new Worker(this).Shares(Ones());

    /// <summary>Usable replicates only.</summary>
    public double[][] Bootstrap(int replicates, ulong seed)
    {
        var resampling = new BlockResampling(blocks, units);
        var result = new double[replicates][];
        Parallel.For(0, replicates, () => new Worker(this), (r, _, worker) =>
        {
            var factors = new double[blocks.Count];
            resampling.Draw(new Xoshiro(seed, (ulong)r), factors);
            result[r] = worker.Shares(factors)!;
            return worker;
        }, _ => { });
        return [.. result.Where(r => r is not null)];
    }

    /// <summary>Shares without each block in turn; null when a deletion leaves nothing to estimate or the policy refuses a lone cluster.</summary>
    public JackknifeShares? Jackknife()
    {
        if (units.Refused) return null;
        var inStratum = new int[units.Strata];
        foreach (var h in blocks.StratumOfBlock) inStratum[h]++;
        var result = new double[blocks.Count][];
        Parallel.For(0, blocks.Count, () => new Worker(this), (b, _, worker) =>
        {
            var h = blocks.StratumOfBlock[b];
            if (inStratum[h] < 2) return worker;
            var factors = Ones();
            for (var other = 0; other < factors.Length; other++)
                if (blocks.StratumOfBlock[other] == h) factors[other] = inStratum[h] / (inStratum[h] - 1.0);
            factors[b] = 0;
            result[b] = worker.Shares(factors)!;
            return worker;
        }, _ => { });
        for (var b = 0; b < result.Length; b++)
            if (result[b] is null && inStratum[blocks.StratumOfBlock[b]] > 1) return null;
        return new JackknifeShares(result, blocks.StratumOfBlock, units.UnsampledInStratum);
    }

    private double[] Ones()
    {
        var ones = new double[blocks.Count];
        Array.Fill(ones, 1);
        return ones;
    }

    private void Accumulate(DriverData data, int i, double[] row, double[] table)
    {
        row[0] = 1;
        for (var j = 0; j < drivers; j++) row[j + 1] = data.Drivers[j].Span[i] - shift;
        row[^1] = data.Overall.Span[i] - shift;
        var (w, at) = (data.Design.Weight(i), 0);
        for (var a = 0; a < row.Length; a++)
            for (var b = a; b < row.Length; b++) table[at++] += w * row[a] * row[b];
    }

    private sealed class Worker(ImportanceResampling sample)
    {
        private readonly double[] sum = new double[(sample.drivers + 2) * (sample.drivers + 3) / 2];
        private readonly Moments moments = new(sample.drivers);
        private readonly SubsetTree tree = new(sample.drivers);

        public double[]? Shares(double[] blockFactors)
        {
            double[]? raked = null;
            if (sample.margins.Count > 0 && (raked = Rake(blockFactors)) is null) return null;
            Array.Clear(sum);
            for (var t = 0; t < sample.tables.Length; t++)
            {
                var factor = blockFactors[sample.blockOfTable[t]] * (raked?[sample.cellOfTable[t]] ?? 1);
                if (factor != 0) TensorPrimitives.MultiplyAdd(sample.tables[t], factor, sum, sum);
            }
            if (!(sum[0] > 0)) return null;
            moments.Read(sum, sample.shift);
            if (!moments.OverallVaries) return null;
            var shares = new double[sample.drivers];
            var rSquared = tree.Shapley(moments.Correlation, shares, onAllCores: false);
            return rSquared > 1e-12 ? Array.ConvertAll(shares, s => s / rSquared) : null;
        }

        private double[]? Rake(double[] blockFactors)
        {
            var weight = new double[sample.cells.Count];
            for (var t = 0; t < sample.tables.Length; t++) weight[sample.cellOfTable[t]] += blockFactors[sample.blockOfTable[t]] * sample.weightOfTable[t];
            try
            {
                return Raking.Fit(weight, sample.cells, sample.margins, RakingTolerance * sample.margins[0].Total, RakingRounds);
            }
            catch (WeightingException)
            {
                return null; // A category emptied: this replicate says nothing about the raked estimate.
            }
        }
    }
}

/// <summary>Shares of R² with each cluster left out.</summary>
internal sealed class JackknifeShares(double[][] without, int[] stratumOfBlock, double[] unsampled)
{
    /// <summary>Standard error by JKn, and what each cluster adds to the estimate.</summary>
    public (double Error, double[] Influence) Of(int driver)
    {
        var (sum, n) = (new double[unsampled.Length], new int[unsampled.Length]);
        for (var b = 0; b < without.Length; b++)
        {
            if (without[b] is null) continue;
            sum[stratumOfBlock[b]] += without[b][driver];
            n[stratumOfBlock[b]]++;
        }
        var variance = 0.0;
        var influence = new double[without.Length];
        for (var b = 0; b < without.Length; b++)
        {
            if (without[b] is null) continue;
            var h = stratumOfBlock[b];
            var (fraction, deviation) = ((n[h] - 1.0) / n[h], (sum[h] / n[h]) - without[b][driver]);
            variance += unsampled[h] * fraction * deviation * deviation;
            influence[b] = Math.Sqrt(unsampled[h]) * fraction * deviation;
        }
        return (Math.Sqrt(variance), influence);
    }
}
