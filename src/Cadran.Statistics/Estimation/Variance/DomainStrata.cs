namespace Cadran.Statistics.Estimation;

/// <summary>The strata of a domain as they are met: the rule of each, and what follows for the sum over them.</summary>
internal sealed class DomainStrata(Design design)
{
    private int clusters, sampled, strata, usable;
    private Suppression? problem;

    /// <param name="present">Clusters of the stratum in the domain, at least one.</param>
    public StratumRule Enter(int stratum, int present)
    {
        var rule = StratumRule.Of(design, stratum);
        strata++;
        if (design.IsSampled(stratum))
        {
            clusters += present;
            sampled++;
        }
        if (rule.Use != StratumUse.LikeTheOthers) usable++;
        if (rule.Use == StratumUse.Refuse) problem ??= StratumRule.Refusal(design, stratum);
        return rule;
    }

    /// <summary>
    /// What the sum over strata is multiplied by for those that are to be like the others, with its degrees of freedom; NaN and the reason
    /// when nothing can be said.
    /// </summary>
    public (double Factor, double DegreesOfFreedom, Suppression? Problem) Finish()
    {
        // Strata taken whole vary nothing; where there are no others, nothing does.
        var df = sampled == 0 && strata > 0 ? double.PositiveInfinity : clusters - sampled;
        if (problem is null && (df <= 0 || usable == 0))
            problem = new(SuppressionReason.NoDegreesOfFreedom, $"{clusters} clusters in {sampled} strata");
        return problem is null ? ((double)strata / usable, df, null) : (double.NaN, 0, problem);
    }
}
