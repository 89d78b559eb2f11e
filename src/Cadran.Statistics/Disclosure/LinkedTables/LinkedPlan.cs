namespace Cadran.Statistics.Disclosure;

/// <summary>Which cells of linked tables to hide; cells are positions in <see cref="LinkedTables.Cells"/>.</summary>
/// <param name="Primary">Hidden on their own account.</param>
/// <param name="Complementary">Hidden so that no primary can be worked out from all tables together.</param>
/// <param name="Intervals">Audit: what a reader of all tables can work out about each hidden cell.</param>
/// <param name="Cost">Sum of the complementary cells' counts.</param>
/// <param name="IsProtected">Every primary keeps the range asked for. False only when hiding every cell does
/// not achieve it: publish nothing.</param>
public sealed record LinkedPlan(
    IReadOnlyList<int> Primary, IReadOnlyList<int> Complementary, IReadOnlyDictionary<int, FeasibleInterval> Intervals, long Cost,
    bool IsProtected)
{
    /// <summary>Must this cell not be shown, in whatever table?</summary>
    /// <param name="cell">Its position in <see cref="LinkedTables.Cells"/>: <see cref="LinkedTables.Find"/>.</param>
    public bool Hides(int cell) => Intervals.ContainsKey(cell);
}
