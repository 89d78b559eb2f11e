namespace Cadran.Statistics.Estimation;

/// <summary>Contributions that can be read stratum by stratum.</summary>
internal abstract class StratumContributions(Design design) : Contributions
{
    protected Design Design { get; } = design;

    /// <summary>One entry per stratum with units in the domain.</summary>
    protected abstract IEnumerable<StratumMoments> Strata();

    /// <summary>Σ over strata of (1−f)·n/(n−1)·Σ(z−z̄)², and clusters minus strata present.</summary>
    public override (double Variance, double DegreesOfFreedom, Suppression? Problem) Variance()
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
