using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Replication;

public sealed partial class Replicates
{
    /// <summary>Factors kept at once, a replicate times a cluster each: four gigabytes of them.</summary>
    private const long MostFactors = 500_000_000;

    /// <summary>JK1: leave out one cluster at a time, strata ignored; for designs with one stratum.</summary>
    /// <param name="design">The sample.</param>
    /// <exception cref="ArgumentException">The design has several strata: use <see cref="Jackknife"/>. More than 22,360
    /// clusters, or rows without them.</exception>
    public static Replicates JackknifeUnstratified(Design design)
    {
        if (design.Strata > 1) throw new ArgumentException($"The design has {design.Strata} strata.", nameof(design));
        return Jackknife(design);
    }

    /// <summary>JKn: leave out one cluster at a time, its stratum's others standing in for it. With one stratum this is JK1.</summary>
    /// <param name="design">The sample.</param>
    /// <remarks>Populations enter as the finite-population correction. Needs a replicate per cluster: thousands of
    /// rows without clusters are slow.</remarks>
    /// <exception cref="ArgumentException">More than 22,360 clusters, or rows without them.</exception>
    public static Replicates Jackknife(Design design)
    {
        CheckSize(design.Clusters, design);
        var resampling = UnitResampling.Of(design);
        var factors = new List<double[]>();
        var scales = new List<double>();
        for (var unit = 0; unit < resampling.Units; unit++)
        {
            var n = resampling.Together(unit);
            var unsampled = design.UnsampledInStratum[design.StratumOfUnit[unit]];
            if (n == 1 || unsampled == 0) continue;
            var without = new double[resampling.Units];
            resampling.LeaveOut(unit, without);
            factors.Add(without);
            scales.Add((n - 1.0) / n * unsampled);
        }
        return new(design, [.. factors], [.. scales], design.DegreesOfFreedom, LoneUnit(design));
    }

    /// <summary>Balanced repeated replication for two clusters per stratum: half-samples balanced by a Hadamard matrix.</summary>
    /// <param name="design">Two clusters in every stratum.</param>
    /// <param name="fay">Fay's ρ in [0, 1): clusters count 2 − ρ and ρ instead of 2 and 0, so that small domains never empty.</param>
    /// <remarks>Populations do not enter: the method has no place for the finite-population correction, and
    /// errors are those without.</remarks>
    /// <exception cref="ArgumentException">A stratum does not have two clusters, or there are more than 15,258 strata.</exception>
    public static Replicates BalancedHalves(Design design, double fay = 0)
    {
        if (!(fay >= 0 && fay < 1)) throw new ArgumentOutOfRangeException(nameof(fay), fay, "Fay's factor lies in [0, 1).");
        var members = new List<int>[design.Strata];
        for (var h = 0; h < members.Length; h++) members[h] = [];
        for (var unit = 0; unit < design.Clusters; unit++) members[design.StratumOfUnit[unit]].Add(unit);
        for (var h = 0; h < members.Length; h++)
            if (members[h].Count != 2)
                throw new ArgumentException(
                    $"Stratum {design.StratumLabels[h]} has {members[h].Count} clusters; balanced halves need two.", nameof(design));
        CheckSize((long)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)members.Length + 1), design);
        var signs = Hadamard.AtLeast(members.Length + 1);
        var order = signs.GetLength(0);
        var factors = new double[order][];
        for (var r = 0; r < order; r++)
        {
            factors[r] = new double[design.Clusters];
            for (var h = 0; h < members.Length; h++)
                for (var k = 0; k < 2; k++)
                    factors[r][members[h][k]] = signs[r, h + 1] == (k == 0 ? 1 : -1) ? 2 - fay : fay;
        }
        return new(design, factors, [.. Enumerable.Repeat(1 / (order * (1 - fay) * (1 - fay)), order)], design.DegreesOfFreedom, null);
    }

    /// <summary>
    /// Rao–Wu rescaled bootstrap: n−1 clusters drawn with replacement in each stratum of n. Reproducible from its seed; the first
    /// replicates of many are those of few.
    /// </summary>
    /// <param name="design">The sample.</param>
    /// <param name="replicates">Two or more; 500 for a standard error, 1,000 for an interval.</param>
    /// <param name="seed">Same seed, same replicates on any machine.</param>
    /// <param name="content">What is estimated from, a column each, NaN for no value: a draw then falls on the same cluster (or row without
    /// clusters) of the same survey, in whatever order rows come and however clusters and strata are numbered. Without it only weights and
    /// sizes tell clusters apart, and among equals their labels, or the order of the rows, decide.</param>
    /// <remarks>Populations enter as the finite-population correction.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two replicates.</exception>
    /// <exception cref="ArgumentException">More than 500 million replicates times clusters; a column of another
    /// length than the design.</exception>
    public static Replicates Bootstrap(
        Design design, int replicates, int seed, IReadOnlyList<ReadOnlyMemory<double>>? content = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        CheckSize(replicates, design);
        foreach (var column in content ?? [])
            if (column.Length != design.Rows)
                throw new ArgumentException($"A column of {column.Length} rows for a design of {design.Rows}.", nameof(content));
        var order = UnitOrder.Of(design, content is null ? null : RowContent.OfNumbers(content, design.Rows));
        var resampling = new UnitResampling(order.Stratum, design.UnsampledInStratum);
        var factors = new double[replicates][];
        Parallel.For(0, replicates, () => new double[order.Unit.Length], (r, _, drawn) =>
        {
            resampling.Draw(new PortableRandom(unchecked((ulong)seed)).Fork((ulong)r), drawn);
            factors[r] = new double[drawn.Length];
            for (var k = 0; k < drawn.Length; k++) factors[r][order.Unit[k]] = drawn[k];
            return drawn;
        }, _ => { });
        return new(design, factors, [.. Enumerable.Repeat(1.0 / (replicates - 1), replicates)],
            Math.Min(design.DegreesOfFreedom, replicates - 1), LoneUnit(design));
    }

    private static void CheckSize(long replicates, Design design)
    {
        if (replicates * design.Clusters > MostFactors)
            throw new ArgumentException(
                $"{replicates} replicates of {design.Clusters} clusters are more than memory holds; draw fewer by the bootstrap, or use "
                + "the linearised error.", nameof(design));
    }

    private static Suppression? LoneUnit(Design design)
    {
        if (design.Policy == LoneCluster.Certainty) return null;
        var lone = Enumerable.Range(0, design.Strata)
            .FirstOrDefault(h => design.ClustersInStratum[h] == 1 && design.UnsampledInStratum[h] > 0, -1);
        return lone < 0 ? null : Estimation.StratumRule.Refusal(design, lone);
    }
}
