namespace Cadran.Statistics.Disclosure;

/// <summary>A property of people that published tables are broken down by, at its finest and in any number of coarser readings.</summary>
public sealed class Grouping
{
    /// <summary>A grouping with its finest level and any coarser readings of it.</summary>
    /// <param name="name">What tables call the finest reading.</param>
    /// <param name="levels">Level of each person; −1 for none.</param>
    /// <param name="coarser">One group per level each.</param>
    public Grouping(string name, Factor levels, params IReadOnlyList<CoarserGrouping> coarser)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(coarser);
        (Name, Levels) = (name, levels);
        Readings = [new(name, [.. Enumerable.Range(0, levels.Levels)], levels.Labels), .. coarser.Select(c => Reading.Of(c, levels))];
    }

    /// <summary>What tables call the finest reading.</summary>
    public string Name { get; }

    /// <summary>Finest level of each person.</summary>
    public Factor Levels { get; }

    internal IReadOnlyList<Reading> Readings { get; }

    /// <summary>Where each finest level goes in a reading (−1 for nowhere).</summary>
    internal sealed record Reading(string Name, int[] GroupOfLevel, IReadOnlyList<string> Labels)
    {
        public static Reading Of(CoarserGrouping coarser, Factor levels)
        {
            if (coarser.GroupOfLevel.Count != levels.Levels)
                throw new ArgumentException(
                    $"'{coarser.Name}' has {coarser.GroupOfLevel.Count} groups for {levels.Levels} levels.", nameof(coarser));
            string[] labels = [.. coarser.GroupOfLevel.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
            return new(coarser.Name, [.. coarser.GroupOfLevel.Select(g => g is null ? -1 : Array.IndexOf(labels, g))], labels);
        }
    }
}
