using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>One group of people: overall rating and drivers, or the reason why nothing is said of it.</summary>
public sealed record GroupResult(string By, string Value, int? N, Suppression? Suppressed, IReadOnlyList<ItemResult> Items);
