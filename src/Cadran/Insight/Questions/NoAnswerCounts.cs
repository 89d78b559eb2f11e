using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>People without an answer to a question, by what they said instead: the kinds are never merged.</summary>
/// <param name="Missing">Were asked and left it out.</param>
public sealed record NoAnswerCounts(int NotApplicable, int DontKnow, int Refused, int NotAsked, int Missing)
{
    public int Total => NotApplicable + DontKnow + Refused + NotAsked + Missing;

    internal static NoAnswerCounts Of(Domain domain) => new(domain.CountOf(NoValue.NotApplicable), domain.CountOf(NoValue.DontKnow),
        domain.CountOf(NoValue.Refused), domain.CountOf(NoValue.NotAsked), domain.CountOf(NoValue.Missing));
}
