namespace Cadran.Statistics.Control;

/// <summary>The outcome of one service standard over one period.</summary>
/// <param name="Met">Three-valued: a standard without volume or without target is neither met nor missed.</param>
/// <param name="Performance">Proportion of cases within the standard at full precision, normally in [0, 1]
/// (above 1 when the source claims more successes than cases); null when it cannot be computed.</param>
/// <param name="Findings">Quality findings in a fixed order; empty when there is nothing to report.</param>
public sealed record StandardOutcome(TargetMet Met, decimal? Performance, IReadOnlyList<StandardFinding> Findings);
