namespace Cadran.Statistics.Disclosure;

/// <summary>Which cells to hide.</summary>
/// <param name="Primary">Hidden on their own account.</param>
/// <param name="Complementary">Hidden so that no primary can be worked out, in table order. May include margins
/// when nothing else protects.</param>
/// <param name="Intervals">Audit: what a reader can work out about each hidden cell.</param>
/// <param name="Cost">Sum of the complementary cells' costs (their counts, unless costs were given).</param>
/// <param name="IsOptimal">No cheaper pattern exists among the cells that were allowed.</param>
/// <param name="IsProtected">Every primary keeps the range asked for. False only when hiding the whole table does not achieve it:
/// publish nothing of it.</param>
public sealed record SuppressionPlan(
    IReadOnlyList<TableCell> Primary, IReadOnlyList<TableCell> Complementary, IReadOnlyDictionary<TableCell, FeasibleInterval> Intervals,
    long Cost, bool IsOptimal, bool IsProtected)
{
    /// <summary>Must this cell or margin not be shown?</summary>
    /// <param name="cell">A cell or a margin.</param>
    public bool Hides(TableCell cell) => Intervals.ContainsKey(cell);
}
