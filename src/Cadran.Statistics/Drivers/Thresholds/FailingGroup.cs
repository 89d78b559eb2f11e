namespace Cadran.Statistics.Drivers;

/// <summary>The respondents for whom exactly <see cref="Failing"/> drivers were rated below the pass mark.</summary>
/// <param name="Failing">Number of failing drivers, 0..p.</param>
/// <param name="Respondents">Complete cases, unweighted.</param>
/// <param name="Share">Weighted share of all complete cases, in [0, 1].</param>
/// <param name="Score">Mean overall score, 0..100.</param>
/// <param name="TopTwo">Share giving one of the two best overall ratings, in [0, 1]; the best one on a scale of two values.</param>
/// <param name="WhichFail">For each driver, the share of these respondents for whom it fails; sums to <see cref="Failing"/>.</param>
public sealed record FailingGroup(int Failing, int Respondents, IntervalEstimate Share, IntervalEstimate Score, IntervalEstimate TopTwo,
    IReadOnlyList<double> WhichFail);
