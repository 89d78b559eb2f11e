namespace Cadran.Statistics.Disclosure;

/// <summary>Cells of linked tables to hide until every primary keeps its range.</summary>
internal sealed class LinkedSearch(LinkedTables tables, int[] primary, SuppressionSettings settings)
{
    private readonly double people = 1.0 + tables.Combinations.Sum();
    private int steps;

    public HashSet<int> Hidden { get; } = [.. primary];

    /// <summary>False when even hiding everything does not protect.</summary>
    public bool Run()
    {
        while (Narrow() is { } narrow)
        {
            if (Widening(narrow.Cell, narrow.Missing) is { Count: > 0 } cells)
            {
                Hidden.UnionWith(cells);
                continue;
            }
            Hidden.UnionWith(Enumerable.Range(0, tables.Cells.Count));
            return Narrow() is null;
        }
        ShowNeedless();
        return true;
    }

    /// <summary>A primary that is too well known and by how much its upper limit has to rise; null when all are safe.</summary>
    private (int Cell, long Missing)? Narrow()
    {
        steps++;
        var audit = new LinkedAudit(tables, Hidden);
        foreach (var cell in primary)
        {
            if (audit.Narrow(cell, settings.RangeNeeded) is not { } interval) continue;
            return (cell, settings.RangeNeeded - interval.Width!.Value + interval.Upper!.Value - tables.Cells[cell].Count);
        }
        return null;
    }

    /// <summary>Shown cells that must be free for the primary to rise so far, at the least cost per unit moved.</summary>
    private List<int> Widening(int cell, long rise)
    {
        int[] shown = [.. Enumerable.Range(0, tables.Cells.Count).Where(c => !Hidden.Contains(c))];
        var combinations = tables.Combinations.Length;
        var columns = combinations + 2 * shown.Length;
        var cost = new double[columns];
        var rows = new List<double[]>();
        var sums = new List<double>();
        for (var s = 0; s < shown.Length; s++)
        {
            var row = Row(shown[s]);
            var (above, below) = (combinations + 2 * s, combinations + 2 * s + 1);
            (row[above], row[below]) = (-1, 1);
            cost[above] = cost[below] = CostOf(shown[s]);
            rows.Add(row);
            sums.Add(tables.Cells[shown[s]].Count);
        }
        // Whole-number reasoning can leave a primary narrower than the programme believes: ask for more until another cell is named.
        for (var extra = 0L; extra <= settings.RangeNeeded; extra++)
        {
            if (LinearProgram.From([.. rows, Row(cell)], [.. sums, tables.Cells[cell].Count + rise + extra], columns) is not { } program)
                return [];
            var at = new double[columns];
            program.Minimise(cost, at);
            List<int> moved = [.. shown.Where((_, s) => at[combinations + 2 * s] + at[combinations + 2 * s + 1] > 1e-6)];
            if (moved.Count > 0) return moved;
        }
        return [];

        double[] Row(int of)
        {
            var row = new double[columns];
            foreach (var part in tables.Parts[of]) row[part] = 1;
            return row;
        }
    }

    /// <summary>Inner cells by their count; zeros and margins only where those cannot protect.</summary>
    private double CostOf(int cell)
    {
        var c = tables.Cells[cell];
        return (c.IsMargin ? people : 0) + (c.Count == 0 ? people : c.Count);
    }

    private void ShowNeedless()
    {
        foreach (var cell in Hidden.Except(primary).OrderByDescending(CostOf).ToList())
        {
            if (steps >= settings.MaximumSteps) return;
            Hidden.Remove(cell);
            if (Narrow() is not null) Hidden.Add(cell);
        }
    }
}
