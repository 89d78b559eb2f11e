namespace Cadran.Statistics.Disclosure;

/// <summary>
/// A coarser reading of a grouping: regions of offices, or wide age bands of narrow ones. Readings need not be
/// nested in each other.
/// </summary>
/// <param name="Name">What tables call it.</param>
/// <param name="GroupOfLevel">Group of each level of the finest reading, in its order; null for none.</param>
public sealed record CoarserGrouping(string Name, IReadOnlyList<string?> GroupOfLevel);
