namespace Cadran.Statistics.Control;

/// <summary>The outcome of one service standard over one period.</summary>
/// <param name="Met">Three-valued: a standard without volume or without target is neither met nor missed.</param>
/// <param name="Performance">Proportion of cases within the standard at full precision, normally in [0, 1]
/// (above 1 when the source claims more successes than cases); null when it cannot be computed.</param>
/// <param name="Findings">Quality findings in a fixed order; empty when there is nothing to report.</param>
public sealed record StandardOutcome(TargetMet Met, decimal? Performance, IReadOnlyList<StandardFinding> Findings)
{
    /// <summary>The figures cannot all be true, or the target is no proportion: an error of the source. No volume is none.</summary>
    public bool HasError => Findings.Any(f => f != StandardFinding.NoVolume);

    /// <summary>
    /// What can be said of the standard: as <see cref="Met"/>, but not applicable where the figures are in error. The published
    /// table, which <see cref="Met"/> follows, calls 12 successes of 10 cases met.
    /// </summary>
    public TargetMet Assessed => HasError ? TargetMet.NotApplicable : Met;
}
