namespace Cadran.Statistics.Disclosure;

/// <summary>Least and largest values of linear functions over {x ≥ 0 : Ax = b}, by the simplex method on a dense tableau.</summary>
/// <remarks>One feasible basis is found once; each further function starts from where the last one ended, which is what
/// an audit of many cells over one table needs. The largest improvement is taken first, and Bland's rule after a row of
/// steps that gained nothing, so that it always ends. Source: Dantzig 1963; Bland 1977. Oracle: R lpSolve 5.6.18, Golden
/// values in the tests.</remarks>
internal sealed class LinearProgram
{
    private const double Tolerance = 1e-9;
    private const int Patience = 40;

    private readonly List<double[]> rows;
    private readonly List<int> basis;
    private readonly int columns;

    private LinearProgram(List<double[]> rows, List<int> basis, int columns) =>
        (this.rows, this.basis, this.columns) = (rows, basis, columns);

    /// <summary>A feasible start, or null when there is no x.</summary>
    /// <param name="matrix">One row of coefficients per equation.</param>
    /// <param name="right">Right-hand sides, not negative.</param>
    public static LinearProgram? From(IReadOnlyList<double[]> matrix, IReadOnlyList<double> right, int columns)
    {
        var rows = new List<double[]>(matrix.Count);
        for (var i = 0; i < matrix.Count; i++)
        {
            var row = new double[columns + 1];
            matrix[i].CopyTo(row, 0);
            row[columns] = right[i];
            rows.Add(row);
        }
        // Unknowns from "columns" on are artificial: one per equation, basic at first, never coming back.
        var program = new LinearProgram(rows, [.. Enumerable.Range(columns, rows.Count)], columns);
        return program.DriveOut() ? program : null;
    }

    /// <summary>Smallest value of the function and where it is attained; negative infinity when it has none.</summary>
    /// <param name="cost">Per unknown.</param>
    /// <param name="at">Receives the point.</param>
    /// <param name="enough">Stops at the first value as small as this.</param>
    public double Minimise(double[] cost, double[] at, double enough = double.NegativeInfinity)
    {
        var reduced = new double[columns + 1];
        cost.CopyTo(reduced, 0);
        for (var i = 0; i < rows.Count; i++) Subtract(reduced, rows[i], cost[basis[i]]);
        if (!Improve(reduced, () => -reduced[columns] > enough)) return double.NegativeInfinity;
        Array.Clear(at);
        var value = 0.0;
        for (var i = 0; i < rows.Count; i++)
        {
            at[basis[i]] = Math.Max(0, rows[i][columns]);
            value += cost[basis[i]] * at[basis[i]];
        }
        return value;
    }

    private bool DriveOut()
    {
        var infeasibility = new double[columns + 1];
        foreach (var row in rows) Subtract(infeasibility, row, 1);
        var scale = 1 + rows.Sum(r => r[columns]);
        Improve(infeasibility, () => -infeasibility[columns] > Tolerance * scale);
        if (-infeasibility[columns] > 1e-7 * scale) return false;
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            if (basis[i] < columns) continue;
            var pivot = Enumerable.Range(0, columns).MaxBy(j => Math.Abs(rows[i][j]));
            if (columns > 0 && Math.Abs(rows[i][pivot]) > 1e-7)
            {
                Pivot(i, pivot, infeasibility);
                continue;
            }
            // The equation follows from the others.
            rows.RemoveAt(i);
            basis.RemoveAt(i);
        }
        return true;
    }

    /// <summary>Walks to the optimum; false when the function has none.</summary>
    private bool Improve(double[] reduced, Func<bool> goOn)
    {
        var stalled = 0;
        while (goOn())
        {
            var entering = Entering(reduced, stalled > Patience);
            if (entering < 0) return true;
            var leaving = Leaving(entering);
            if (leaving < 0) return false;
            stalled = rows[leaving][columns] > Tolerance ? 0 : stalled + 1;
            Pivot(leaving, entering, reduced);
        }
        return true;
    }

    private int Entering(double[] reduced, bool first)
    {
        var (best, at) = (-Tolerance, -1);
        for (var j = 0; j < columns; j++)
        {
            if (!(reduced[j] < best)) continue;
            (best, at) = (reduced[j], j);
            if (first) break;
        }
        return at;
    }

    private int Leaving(int entering)
    {
        var (best, at) = (double.PositiveInfinity, -1);
        for (var i = 0; i < rows.Count; i++)
        {
            if (!(rows[i][entering] > Tolerance)) continue;
            var ratio = rows[i][columns] / rows[i][entering];
            if (ratio < best - Tolerance || (ratio <= best + Tolerance && at >= 0 && basis[i] < basis[at]))
                (best, at) = (Math.Min(best, ratio), i);
        }
        return at;
    }

    private void Pivot(int leaving, int entering, double[] reduced)
    {
        var row = rows[leaving];
        var factor = 1 / row[entering];
        for (var j = 0; j < row.Length; j++) row[j] *= factor;
        row[entering] = 1;
        for (var i = 0; i < rows.Count; i++)
            if (i != leaving) Subtract(rows[i], row, rows[i][entering]);
        Subtract(reduced, row, reduced[entering]);
        foreach (var other in rows)
        {
            if (other != row) other[entering] = 0;
            // Rounding must not make a basic unknown negative.
            if (Math.Abs(other[columns]) < 1e-11) other[columns] = 0;
        }
        reduced[entering] = 0;
        basis[leaving] = entering;
    }

    private static void Subtract(double[] from, double[] row, double factor)
    {
        if (factor == 0) return;
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(row, -factor, from, from);
    }
}
