using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>One group of people and what they answered to every other closed question.</summary>
/// <param name="N">People in it; null when the group is withheld.</param>
/// <param name="Questions">In the order asked, without the one that makes the groups; empty when withheld.</param>
public sealed record SplitGroup(string Value, int? N, Suppression? Suppressed, IReadOnlyList<QuestionResult> Questions);
