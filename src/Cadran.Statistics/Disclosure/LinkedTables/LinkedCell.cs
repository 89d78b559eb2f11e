namespace Cadran.Statistics.Disclosure;

/// <summary>A number that linked tables show: one cell or margin, possibly of several tables at once.</summary>
/// <param name="Table">First table that shows it, from 0.</param>
/// <param name="Levels">Level of each of that table's groupings; null where the cell sums over it.</param>
/// <param name="Count">People behind it.</param>
public sealed record LinkedCell(int Table, IReadOnlyList<string?> Levels, long Count)
{
    /// <summary>Sums over at least one grouping of its table.</summary>
    public bool IsMargin => Levels.Contains(null);
}
