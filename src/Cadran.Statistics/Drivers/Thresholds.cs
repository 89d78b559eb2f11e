namespace Cadran.Statistics.Drivers;

/// <summary>The respondents for whom exactly <see cref="Failing"/> drivers were rated below the pass mark.</summary>
/// <param name="Failing">Number of failing drivers, 0..p.</param>
/// <param name="Respondents">Complete cases, unweighted.</param>
/// <param name="Share">Weighted share of all complete cases, in [0, 1].</param>
/// <param name="Score">Mean overall score, 0..100.</param>
/// <param name="TopTwo">Share giving one of the two best overall ratings, in [0, 1].</param>
/// <param name="WhichFail">For each driver, the share of these respondents for whom it fails; sums to <see cref="Failing"/>.</param>
public sealed record FailingGroup(int Failing, int Respondents, IntervalEstimate Share, IntervalEstimate Score, IntervalEstimate TopTwo, IReadOnlyList<double> WhichFail);

/// <summary>Overall score by number of failing drivers, and which driver fails (Citizens First threshold analysis).</summary>
/// <param name="PassAt">Lowest rating that counts as a pass.</param>
/// <param name="ByFailing">One entry for 0..p failing drivers.</param>
/// <param name="WhenOneFails">Share of each driver among respondents for whom exactly one fails; sums to 1. NaN when nobody is in that case.</param>
/// <param name="FailShare">Share of respondents for whom each driver fails, whatever the others.</param>
/// <remarks>Complete cases only: not applicable is never a pass. Errors are those of domain estimates with all sampling units kept.
/// Oracle: cmt_synth (R survey 4.1-1) and bayesm::customerSat, Golden values in the tests.</remarks>
public sealed record Thresholds(int PassAt, IReadOnlyList<FailingGroup> ByFailing, IReadOnlyList<IntervalEstimate> WhenOneFails, IReadOnlyList<double> FailShare);
