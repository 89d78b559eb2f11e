namespace Cadran.Statistics.Disclosure;

/// <summary>Complementary suppression of tables that share cells, people or a hierarchy.</summary>
/// <remarks>While the exact audit of all tables together finds a primary too narrow, a linear programme names
/// the cells whose hiding lets it move at the least cost; at the end every cell that proves needless is shown again. No cheaper pattern
/// contained in the one found protects; a different one might be cheaper. One table alone is better served by
/// <see cref="CellSuppression"/>, which finds the cheapest. Source: Fischetti and Salazar-González 2000; the cost programme is Kelly,
/// Golden and Assad's (1992). Oracle: R lpSolve 5.6.18 and enumeration in the tests.</remarks>
public static class LinkedSuppression
{
    /// <summary>Hides every count below the rule's minimum, and what protects them.</summary>
    /// <param name="tables">Counts of people.</param>
    /// <param name="rules">Its minimum of respondents decides which counts are hidden on their own account;
    /// <see cref="DisclosureRules.Public"/> by default.</param>
    /// <param name="settings">Range and effort; the range is the minimum of the rules unless given.</param>
    public static LinkedPlan Protect(LinkedTables tables, DisclosureRules? rules = null, SuppressionSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var minimum = (rules ?? DisclosureRules.Public).MinimumRespondents;
        settings = SuppressionSettings.For(minimum, settings);
        return Protect(
            tables, Enumerable.Range(0, tables.Cells.Count).Where(c => settings.NeedsHiding(tables.Cells[c].Count, minimum)), settings);
    }

    /// <summary>Protects chosen cells.</summary>
    /// <param name="tables">Counts; for shares or means protect the tables of respondents behind them.</param>
    /// <param name="primary">Cells or margins to hide in any case.</param>
    /// <param name="settings">Range and effort: beyond its steps needless cells may stay hidden.</param>
    public static LinkedPlan Protect(LinkedTables tables, IEnumerable<int> primary, SuppressionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(primary);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.RangeNeeded, 1, nameof(settings));
        int[] wanted = [.. primary.Distinct().Order()];
        Check(tables, wanted);
        var search = new LinkedSearch(tables, wanted, settings);
        var isProtected = search.Run();
        int[] added = [.. search.Hidden.Except(wanted).Order()];
        return new(wanted, added, Audit(tables, search.Hidden), added.Sum(c => tables.Cells[c].Count), isProtected);
    }

    /// <summary>What a reader of all tables can work out about each hidden cell of a pattern, however it was chosen.</summary>
    /// <param name="tables">The true counts.</param>
    /// <param name="hidden">Positions of the cells that are not shown.</param>
    /// <returns>Limits that tables of whole counts attain. Where the search for such a table is cut short the interval is
    /// reported too narrow, never too wide.</returns>
    public static IReadOnlyDictionary<int, FeasibleInterval> Audit(LinkedTables tables, IEnumerable<int> hidden)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(hidden);
        int[] cells = [.. hidden.Distinct().Order()];
        Check(tables, cells);
        var audit = new LinkedAudit(tables, cells);
        return cells.ToDictionary(c => c, audit.Interval);
    }

    private static void Check(LinkedTables tables, int[] cells)
    {
        foreach (var cell in cells)
            if (cell < 0 || cell >= tables.Cells.Count)
                throw new ArgumentOutOfRangeException(nameof(cells), cell, $"Cells are numbered 0 to {tables.Cells.Count - 1}.");
    }
}
