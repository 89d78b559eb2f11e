using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Replication;

public sealed partial class Replicates
{
    /// <summary>JK1: leave out one cluster at a time, strata ignored; for designs with one stratum.</summary>
    /// <exception cref="ArgumentException">The design has several strata: use <see cref="Jackknife"/>.</exception>
    public static Replicates JackknifeUnstratified(Design design)
    {
        if (design.Strata > 1) throw new ArgumentException($"The design has {design.Strata} strata.", nameof(design));
        return Jackknife(design);
    }

    /// <summary>JKn: leave out one cluster at a time, its stratum's others standing in for it. With one stratum this is JK1.</summary>
    /// <remarks>Populations enter as the finite-population correction. Needs a replicate per cluster: thousands of rows without clusters are slow.</remarks>
    public static Replicates Jackknife(Design design)
    {
        var (stratum, members) = ByStratum(design);
        var factors = new List<double[]>();
        var scales = new List<double>();
        Suppression? problem = null;
        for (int h = 0; h < members.Length; h++)
        {
            int n = members[h].Count;
            double unsampled = n == 0 ? 0 : design.Unsampled(h);
            if (n == 0 || unsampled < 1e-7) continue;
            if (n == 1)
            {
                if (design.Policy != LoneCluster.Certainty) problem ??= new(SuppressionReason.LoneCluster, $"stratum {design.StratumLabels[h]} has one cluster");
                continue;
            }
            foreach (int left in members[h])
            {
                var f = Ones(stratum.Length);
                foreach (int c in members[h]) f[c] = n / (n - 1.0);
                f[left] = 0;
                factors.Add(f);
                scales.Add((n - 1.0) / n * unsampled);
            }
        }
        return new(design, [.. factors], [.. scales], design.DegreesOfFreedom, problem);
    }

    /// <summary>Balanced repeated replication for two clusters per stratum: half-samples balanced by a Hadamard matrix.</summary>
    /// <param name="fay">Fay's ρ in [0, 1): clusters count 2 − ρ and ρ instead of 2 and 0, so that small domains never empty.</param>
    /// <exception cref="ArgumentException">A stratum does not have two clusters.</exception>
    public static Replicates BalancedHalves(Design design, double fay = 0)
    {
        if (!(fay >= 0 && fay < 1)) throw new ArgumentOutOfRangeException(nameof(fay), fay, "Fay's factor lies in [0, 1).");
        var (stratum, members) = ByStratum(design);
        for (int h = 0; h < members.Length; h++)
            if (members[h].Count != 2) throw new ArgumentException($"Stratum {design.StratumLabels[h]} has {members[h].Count} clusters; balanced halves need two.", nameof(design));
        var signs = Hadamard.AtLeast(members.Length + 1);
        int order = signs.GetLength(0);
        var factors = new double[order][];
        for (int r = 0; r < order; r++)
        {
            factors[r] = new double[stratum.Length];
            for (int h = 0; h < members.Length; h++)
                for (int k = 0; k < 2; k++)
                    factors[r][members[h][k]] = signs[r, h + 1] == (k == 0 ? 1 : -1) ? 2 - fay : fay;
        }
        return new(design, factors, [.. Enumerable.Repeat(1 / (order * (1 - fay) * (1 - fay)), order)], design.DegreesOfFreedom, null);
    }

    /// <summary>Rao–Wu rescaled bootstrap: n−1 clusters drawn with replacement in each stratum of n. Reproducible from its seed.</summary>
    /// <remarks>Finite-population corrections are not made: errors are those of sampling with replacement.</remarks>
    public static Replicates Bootstrap(Design design, int replicates, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        var (stratum, members) = ByStratum(design);
        Suppression? problem = null;
        for (int h = 0; h < members.Length; h++)
            if (members[h].Count == 1 && design.Policy != LoneCluster.Certainty)
                problem ??= new(SuppressionReason.LoneCluster, $"stratum {design.StratumLabels[h]} has one cluster");
        var random = new PortableRandom(unchecked((ulong)seed));
        var factors = new double[replicates][];
        for (int r = 0; r < replicates; r++)
        {
            factors[r] = Ones(stratum.Length);
            foreach (var clusters in members)
            {
                int n = clusters.Count;
                if (n < 2) continue;
                foreach (int c in clusters) factors[r][c] = 0;
                for (int draw = 1; draw < n; draw++) factors[r][clusters[random.NextInt(n)]] += n / (n - 1.0);
            }
        }
        return new(design, factors, [.. Enumerable.Repeat(1.0 / (replicates - 1), replicates)], Math.Min(design.DegreesOfFreedom, replicates - 1), problem);
    }

    private static (int[] StratumOfCluster, List<int>[] Members) ByStratum(Design design)
    {
        int clusters = design.Clusters;
        var stratum = design.ClusterOfRow is not null ? design.StratumOfCluster : design.StratumOfRow ?? new int[clusters];
        List<int>[] members = [.. Enumerable.Range(0, design.Strata).Select(_ => new List<int>())];
        for (int c = 0; c < clusters; c++) members[stratum[c]].Add(c);
        return (stratum, members);
    }

    private static double[] Ones(int n)
    {
        var ones = new double[n];
        Array.Fill(ones, 1);
        return ones;
    }
}
