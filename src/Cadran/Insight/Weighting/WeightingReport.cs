namespace Cadran.Insight;

/// <summary>What weighting did to the answers there were, for the methods note of a report.</summary>
/// <param name="Answers">Answers that were weighted.</param>
/// <param name="KishBefore">Design effect of the weights before, 1 or more.</param>
/// <param name="KishAfter">The same afterwards.</param>
/// <param name="EffectiveAnswers">Answers of equal weight that say as much: answers over the design effect.</param>
/// <param name="SmallestFactor">Smallest new weight over old weight.</param>
/// <param name="LargestFactor">Largest new weight over old weight.</param>
/// <param name="ScoreBefore">Overall score without these weights, 0 to 100; withheld where the wave asks none or may not show it.</param>
/// <param name="ScoreAfter">The same with them.</param>
public sealed record WeightingReport(int Answers, double KishBefore, double KishAfter, double EffectiveAnswers, double SmallestFactor,
    double LargestFactor, WeightedScore? ScoreBefore, WeightedScore? ScoreAfter)
{
    /// <summary>Above it few people decide the figures (docs/methods/weighting.md).</summary>
    public const double UnequalAbove = 2;

    /// <summary>Whether so much precision is lost that the weights should be looked at again.</summary>
    public bool IsUnequal => KishAfter > UnequalAbove;
}
