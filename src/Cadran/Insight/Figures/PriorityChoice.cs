namespace Cadran.Insight;

/// <summary>The places of the drivers by a fixed line that a page offers.</summary>
/// <param name="Line">Score, 0–100.</param>
public sealed record PriorityChoice(double Line, IReadOnlyList<PriorityResult> Priorities);
