namespace Cadran.Insight;

/// <summary>A result with how many responses are behind it, and how many there are.</summary>
/// <param name="Answers">Responses behind the figures; another number than <paramref name="Received"/> while some wait.</param>
/// <param name="Open">The wave takes answers.</param>
/// <param name="AsClosed">It was published when the wave had closed; with <paramref name="Open"/>, it was reopened since.</param>
internal sealed record Published<T>(T Value, int Answers, long Received, bool Open, bool AsClosed);
