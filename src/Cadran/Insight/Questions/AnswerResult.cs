namespace Cadran.Insight;

/// <summary>How many gave one answer, and their share of those who answered the question.</summary>
/// <param name="Code">A point as it is written, or an option.</param>
/// <param name="N">People; null when withheld.</param>
/// <param name="Share">In [0, 1]; withheld with <paramref name="N"/>.</param>
public sealed record AnswerResult(string Code, int? N, PublishedNumber Share);
