namespace Cadran.Insight;

/// <summary>A result with how many responses are behind it, and how many there are.</summary>
/// <param name="Answers">Responses behind the figures; fewer than <paramref name="Received"/> while some are held back.</param>
/// <param name="Open">The wave still takes answers.</param>
internal sealed record Published<T>(T Value, int Answers, long Received, bool Open);
