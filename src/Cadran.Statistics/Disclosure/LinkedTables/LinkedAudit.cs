namespace Cadran.Statistics.Disclosure;

/// <summary>
/// Feasible intervals of hidden cells given every number shown: the combinations' counts are unknown, not negative, and add up
/// to what is shown.
/// </summary>
internal sealed class LinkedAudit
{
    private const int MostBranches = 100;
    private const double Whole = 1e-6;

    private readonly LinkedTables tables;
    private readonly List<double[]> equations = [];
    private readonly List<double> sums = [];
    // Position of each combination among the unknowns; −1 where a shown zero settles it.
    private readonly int[] unknown;
    private readonly int unknowns;
    private readonly LinearProgram program;

    public LinkedAudit(LinkedTables tables, IEnumerable<int> hidden)
    {
        this.tables = tables;
        var isHidden = new bool[tables.Cells.Count];
        foreach (var cell in hidden) isHidden[cell] = true;
        int[] shown = [.. Enumerable.Range(0, isHidden.Length).Where(c => !isHidden[c])];
        unknown = new int[tables.Combinations.Length];
        foreach (var cell in shown)
            if (tables.Cells[cell].Count == 0) foreach (var part in tables.Parts[cell]) unknown[part] = -1;
        for (var c = 0; c < unknown.Length; c++)
            if (unknown[c] == 0) unknown[c] = unknowns++;
        foreach (var cell in shown)
        {
            if (tables.Cells[cell].Count == 0) continue;
            equations.Add(Sum(cell, 1));
            sums.Add(tables.Cells[cell].Count);
        }
        program = LinearProgram.From(equations, sums, unknowns)
            ?? throw new InvalidOperationException("The published counts contradict each other.");
    }

    public FeasibleInterval Interval(int cell)
    {
        var highest = -Least(Sum(cell, -1), -tables.Cells[cell].Count);
        var lowest = Least(Sum(cell, 1), tables.Cells[cell].Count);
        return new((long)lowest, double.IsPositiveInfinity(highest) ? null : (long)highest);
    }

    /// <summary>
    /// The interval when it is narrower than the range, else null: finding that a cell can rise so far is less work than
    /// how far it can.
    /// </summary>
    public FeasibleInterval? Narrow(int cell, long range)
    {
        var at = new double[unknowns];
        var enough = tables.Cells[cell].Count + range;
        if (-program.Minimise(Sum(cell, -1), at, -enough) >= enough - Whole && Fractional(at) < 0) return null;
        var interval = Interval(cell);
        return interval.Protects(range) ? null : interval;
    }

    private double[] Sum(int cell, double sign)
    {
        var row = new double[unknowns];
        foreach (var part in tables.Parts[cell])
            if (unknown[part] >= 0) row[unknown[part]] = sign;
        return row;
    }

    /// <summary>Smallest value over whole counts; <paramref name="known"/> is the value of the real table.</summary>
    private double Least(double[] cost, double known)
    {
        var at = new double[unknowns];
        var value = program.Minimise(cost, at);
        if (double.IsNegativeInfinity(value)) return value;
        if (Fractional(at) < 0) return Math.Round(value);
        var best = known;
        var branches = 0;
        Branch([], at, value);
        return best;

        void Branch(List<(int Unknown, double Limit, bool AtMost)> limits, double[] x, double bound)
        {
            // A whole table cannot do better than the bound rounded up.
            if (Math.Ceiling(bound - Whole) >= best) return;
            var split = Fractional(x);
            if (split < 0)
            {
                best = Math.Round(bound);
                return;
            }
            foreach (var atMost in new[] { true, false })
            {
                if (++branches > MostBranches) return;
                List<(int, double, bool)> next = [.. limits, (split, atMost ? Math.Floor(x[split]) : Math.Ceiling(x[split]), atMost)];
                if (Within(next) is not { } restricted) continue;
                var (y, c) = (new double[unknowns + next.Count], new double[unknowns + next.Count]);
                cost.CopyTo(c, 0);
                Branch(next, y, restricted.Minimise(c, y));
            }
        }
    }

    private LinearProgram? Within(List<(int Unknown, double Limit, bool AtMost)> limits)
    {
        var columns = unknowns + limits.Count;
        var rows = equations.ConvertAll(e => { var row = new double[columns]; e.CopyTo(row, 0); return row; });
        foreach (var (k, limit) in limits.Index())
        {
            var row = new double[columns];
            (row[limit.Unknown], row[unknowns + k]) = (1, limit.AtMost ? 1 : -1);
            rows.Add(row);
        }
        return LinearProgram.From(rows, [.. sums, .. limits.Select(l => l.Limit)], columns);
    }

    // Rounding grows with the counts: a thousandth of a person in a million is none.
    private int Fractional(double[] x)
    {
        for (var j = 0; j < unknowns; j++)
            if (Math.Abs(x[j] - Math.Round(x[j])) > Whole * (1 + Math.Abs(x[j]) / 1000)) return j;
        return -1;
    }
}
