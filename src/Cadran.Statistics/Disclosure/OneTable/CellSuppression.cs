namespace Cadran.Statistics.Disclosure;

/// <summary>Complementary suppression of a two-way table with margins.</summary>
/// <remarks>Exact branch and bound on cuts of the table's network, started from cheapest detours; inner cells above zero give cover first,
/// then margins, then zeros. See docs/methods/disclosure.md. Oracle: R lpSolve with exhaustive search on a 4 × 4 table;
/// enumeration of all tables in the tests.</remarks>
public static class CellSuppression
{
    /// <summary>Hides every count below the rule's minimum, and what protects them.</summary>
    /// <param name="table">Counts of people.</param>
    /// <param name="rules">Its minimum of respondents decides which counts are hidden on their own account;
    /// <see cref="DisclosureRules.Public"/> by default.</param>
    /// <param name="settings">Range and effort; the range is the minimum of the rules unless given.</param>
    public static SuppressionPlan Protect(CountTable table, DisclosureRules? rules = null, SuppressionSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var minimum = (rules ?? DisclosureRules.Public).MinimumRespondents;
        settings = SuppressionSettings.For(minimum, settings);
        return Protect(table, table.Cells.Where(c => settings.NeedsHiding(table[c], minimum)), settings);
    }

    /// <summary>Protects chosen cells.</summary>
    /// <param name="table">Counts; for shares or means protect the table of respondents behind them.</param>
    /// <param name="primary">Cells or margins to hide in any case.</param>
    /// <param name="settings">Range and effort.</param>
    /// <param name="cost">Loss of hiding a cell, not negative; its count by default.</param>
    public static SuppressionPlan Protect(
        CountTable table, IEnumerable<TableCell> primary, SuppressionSettings settings, Func<TableCell, long>? cost = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(primary);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.RangeNeeded, 1, nameof(settings));
        var network = new TableNetwork(table);
        int[] hidden = [.. table.Checked(primary).Select(network.Arc).Distinct().Order()];
        foreach (var arc in hidden) network.Hidden[arc] = true;
        var most = long.MaxValue / (2 * (network.Arcs.Count() + 1));
        long[] costs = [.. network.Arcs.Select(arc => cost?.Invoke(network.Cell(arc)) ?? network.Value(arc))];
        foreach (var c in costs)
            if (c < 0 || (cost is not null && c > most))
                throw new ArgumentOutOfRangeException(nameof(cost), c, $"The cost of a cell lies between 0 and {most}.");
        long Cost(int arc) => costs[arc];
        Func<int, bool>[] widening =
        [
            arc => !table.IsMargin(network.Cell(arc)) && network.Value(arc) > 0,
            arc => network.Value(arc) > 0,
            _ => true,
        ];
        foreach (var allowed in widening)
        {
            var search = new SuppressionSearch(network, hidden, settings, allowed, Cost);
            if (search.Run() is { } found) return Plan(network, hidden, found, Cost, search.IsComplete, true);
        }
        return Plan(network, hidden, [.. table.Cells.Select(network.Arc).Except(hidden)], Cost, true, false);
    }

    /// <summary>What a reader can work out about each hidden cell of a pattern, however it was chosen.</summary>
    /// <param name="table">The true counts.</param>
    /// <param name="hidden">Cells and margins that are not shown.</param>
    public static IReadOnlyDictionary<TableCell, FeasibleInterval> Audit(CountTable table, IEnumerable<TableCell> hidden)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(hidden);
        var network = new TableNetwork(table);
        int[] arcs = [.. table.Checked(hidden).Select(network.Arc).Distinct().Order()];
        foreach (var arc in arcs) network.Hidden[arc] = true;
        return arcs.ToDictionary(network.Cell, network.Interval);
    }

    private static SuppressionPlan Plan(
        TableNetwork network, int[] primary, List<int> added, Func<int, long> cost, bool optimal, bool isProtected)
    {
        foreach (var arc in added) network.Hidden[arc] = true;
        var intervals = primary.Concat(added).Order().ToDictionary(network.Cell, network.Interval);
        return new([.. primary.Select(network.Cell)], [.. added.Order().Select(network.Cell)], intervals, added.Sum(cost), optimal,
            isProtected);
    }
}
