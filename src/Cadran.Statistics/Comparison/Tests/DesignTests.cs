using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Comparison;

/// <summary>Tests that know the design: two means, and the association of two categorical variables.</summary>
public static class DesignTests
{
    /// <summary>Most cells of a table, as many as answer codes; at 5 expected per cell it asks for 600 respondents already.</summary>
    private const int MostCells = 123;

    /// <summary>Two-group t test under the design: the difference of the groups' means (to minus from) over its linearised error.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">NaN for no value.</param>
    /// <param name="from">Rows of the earlier (or reference) group.</param>
    /// <param name="to">Rows of the later group; no row in both.</param>
    /// <remarks>The same test as <see cref="Change.Within"/>, for a column of numbers. Degrees of freedom: clusters minus
    /// strata minus one, as the regression on a group indicator has. Oracle: R survey 4.1 <c>svyttest</c>.</remarks>
    /// <exception cref="ArgumentException">Columns of another length, a row in both groups, an infinite value.</exception>
    public static (Estimate Difference, Significance Test) TwoMeans(Design design, ReadOnlySpan<double> values, bool[] from, bool[] to)
    {
        if (from.Length != design.Rows || to.Length != design.Rows)
            throw new ArgumentException($"Groups of {from.Length} and {to.Length} rows, the design {design.Rows}.",
                from.Length != design.Rows ? nameof(from) : nameof(to));
        for (var i = 0; i < from.Length; i++) if (from[i] && to[i]) throw new ArgumentException($"Row {i} is in both groups.", nameof(to));
        var difference = Numeric.Difference(design, values, to, from);
        return (difference, Significance.Student(difference));
    }

    /// <summary>
    /// Independence of two categorical variables: Pearson's statistic on weighted shares with Rao and Scott's second-order
    /// correction, referred to F.
    /// </summary>
    /// <param name="design">The sample.</param>
    /// <param name="rows">One variable; −1 for none.</param>
    /// <param name="columns">The other.</param>
    /// <param name="statistic">Another statistic, to reproduce another report.</param>
    /// <remarks>Rows without either category are left out; empty categories are dropped. Rao and Scott (1984); Thomas and Rao (1987).
    /// Oracle: R survey 4.1 <c>svychisq</c>, statistics "F", "Chisq", "Wald", "adjWald" 1e-9, "saddlepoint" 1e-7
    /// once its degrees of freedom are cut to a whole number as R does.</remarks>
    /// <exception cref="ArgumentException">More than 123 cells (merge small categories first: expected counts in such
    /// a table are too small for the test), or a variable of another length than the design, a statistic that does not exist.</exception>
    public static Significance Independence(
        Design design, Factor rows, Factor columns, IndependenceStatistic statistic = IndependenceStatistic.SecondOrder)
    {
        if (rows.Rows != design.Rows || columns.Rows != design.Rows)
            throw new ArgumentException($"Variables of {rows.Rows} and {columns.Rows} rows, the design {design.Rows}.",
                rows.Rows != design.Rows ? nameof(rows) : nameof(columns));
        if (!Enum.IsDefined(statistic)) throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "No such statistic.");
        if ((long)rows.Levels * columns.Levels > MostCells)
            throw new ArgumentException(
                $"{rows.Levels} × {columns.Levels} categories are {(long)rows.Levels * columns.Levels} cells, {MostCells} at most: "
                + "merge small categories of the longer variable.", nameof(columns));
        var cells = rows.Levels * columns.Levels;
        if (cells < 4) return Significance.Not(SuppressionReason.Undefined, "a variable has a single category");
        var codes = new sbyte[design.Rows];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = rows.Codes[i] < 0 || columns.Codes[i] < 0
                ? (sbyte)NoValue.Missing : (sbyte)(rows.Codes[i] * columns.Levels + columns.Codes[i]);
        var domain = Tabulation.Of(design, [new(codes, new Scale(0, cells - 1))])[0].Overall;
        if (domain.Respondents == 0) return Significance.Not(SuppressionReason.Empty);
        if (!(domain.Weight > 0)) return Significance.Not(SuppressionReason.ZeroWeight);
        if (domain.Covariance.Suppressed is { } thin) return Significance.Not(thin);
        if (statistic is IndependenceStatistic.Wald or IndependenceStatistic.AdjustedWald)
            return new WaldIndependence(design, rows, columns, codes).Test(adjusted: statistic == IndependenceStatistic.AdjustedWald);
        return new Association(domain.Shares(), domain.Covariance, rows.Levels, columns.Levels, domain.Respondents).Test(statistic);
    }
}
