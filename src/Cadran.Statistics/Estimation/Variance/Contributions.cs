namespace Cadran.Statistics.Estimation;

/// <summary>What each sampled unit adds to a linearised estimate: enough for its variance, and for that of a difference.</summary>
internal abstract class Contributions
{
    /// <summary>Variance and degrees of freedom, or the reason there are none.</summary>
    public abstract (double Variance, int DegreesOfFreedom, Suppression? Problem) Variance();

    /// <summary>Contributions of the difference of two estimates from the same sample, so that shared clusters give covariance.</summary>
    public abstract Contributions Minus(Contributions other);
}

/// <summary>Contributions that can be read stratum by stratum.</summary>
internal abstract class StratumContributions(Design design) : Contributions
{
    protected Design Design { get; } = design;

    /// <summary>One entry per stratum with units in the domain.</summary>
    protected abstract IEnumerable<StratumMoments> Strata();

    /// <summary>Σ over strata of (1−f)·n/(n−1)·Σ(z−z̄)², and clusters minus strata present.</summary>
    public override (double Variance, int DegreesOfFreedom, Suppression? Problem) Variance()
    {
        var moments = Strata().ToArray();
        double variance = 0, grand = Design.Policy == LoneCluster.Adjust ? moments.Sum(m => m.Sum) / Design.Clusters : 0;
        var strata = new DomainStrata(Design);
        foreach (var m in moments)
        {
            var rule = strata.Enter(m.Stratum, m.Present);
            variance += rule.Factor * (rule.Use == StratumUse.GrandMean ? (m.Sum - grand) * (m.Sum - grand) : m.CentredSquares);
        }
        var (factor, df, problem) = strata.Finish();
        return (variance * factor, df, problem);
    }

    /// <param name="Present">Units of the stratum that are in the domain.</param>
    /// <param name="CentredSquares">Σ(z−z̄)² over all sampled units of the stratum, z being zero outside the domain.</param>
    protected readonly record struct StratumMoments(int Stratum, int Present, double Sum, double CentredSquares);
}

/// <summary>Contributions when each row is its own cluster: only sums per stratum are needed.</summary>
internal sealed class UnitContributions(Design design, double[] sums, double[] squares, int[] present) : StratumContributions(design)
{
    private readonly double[] sums = sums, squares = squares;
    private readonly int[] present = present;

    protected override IEnumerable<StratumMoments> Strata()
    {
        for (int h = 0; h < sums.Length; h++)
            if (present[h] > 0)
                yield return new(h, present[h], sums[h], Math.Max(0, squares[h] - sums[h] * sums[h] / Design.ClustersInStratum[h]));
    }

    /// <summary>Valid for two domains without a row in common.</summary>
    public override Contributions Minus(Contributions other)
    {
        var o = (UnitContributions)other;
        return new UnitContributions(Design,
            [.. sums.Zip(o.sums, (a, b) => a - b)], [.. squares.Zip(o.squares, (a, b) => a + b)], [.. present.Zip(o.present, (a, b) => a + b)]);
    }
}

/// <summary>Contributions of the clusters of a domain, in order of cluster and so of stratum.</summary>
internal sealed class ClusterContributions(Design design, ReadOnlyMemory<int> clusters, ReadOnlyMemory<double> totals) : StratumContributions(design)
{
    public static ClusterContributions FromDense(Design design, double[] totals, bool[] present)
    {
        int[] clusters = [.. Enumerable.Range(0, totals.Length).Where(c => present[c])];
        return new(design, clusters, clusters.Select(c => totals[c]).ToArray());
    }

    protected override IEnumerable<StratumMoments> Strata()
    {
        for (int from = 0; from < clusters.Length;)
        {
            int h = Design.StratumOfCluster[clusters.Span[from]];
            int to = from;
            double sum = 0;
            while (to < clusters.Length && Design.StratumOfCluster[clusters.Span[to]] == h) sum += totals.Span[to++];
            int n = Design.ClustersInStratum[h], present = to - from;
            double mean = sum / n, centred = (n - present) * mean * mean;
            foreach (double z in totals.Span[from..to]) centred += (z - mean) * (z - mean);
            yield return new(h, present, sum, centred);
            from = to;
        }
    }

    public override Contributions Minus(Contributions other)
    {
        var dense = new double[Design.Clusters];
        var present = new bool[Design.Clusters];
        Add(dense, present, 1);
        ((ClusterContributions)other).Add(dense, present, -1);
        return FromDense(Design, dense, present);
    }

    private void Add(double[] dense, bool[] present, double sign)
    {
        for (int i = 0; i < clusters.Length; i++)
        {
            dense[clusters.Span[i]] += sign * totals.Span[i];
            present[clusters.Span[i]] = true;
        }
    }
}
