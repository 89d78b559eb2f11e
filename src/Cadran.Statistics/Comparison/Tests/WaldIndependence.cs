using Cadran.Statistics.Distributions;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Comparison;

/// <summary>Wald's test that weighted counts are the products of their margins.</summary>
/// <remarks>Y = N_ij − N_i·N_j/N for all but the first row and column; Y′V⁻¹Y/q referred to F(q, df). Koch, Freeman and Freeman
/// (1975); adjusted: Fellegi (1980).</remarks>
internal sealed class WaldIndependence
{
    private readonly Design design;
    private readonly bool[] domain;
    private readonly int[] rows, columns, usedRows, usedColumns;
    private readonly double[,] counts;
    private readonly double[] byRow, byColumn;
    private readonly double total;

    /// <param name="codes">Negative where a row has no cell.</param>
    public WaldIndependence(Design design, Factor rows, Factor columns, ReadOnlySpan<sbyte> codes)
    {
        this.design = design;
        (this.rows, this.columns) = (rows.Codes.ToArray(), columns.Codes.ToArray());
        domain = new bool[design.Rows];
        counts = new double[rows.Levels, columns.Levels];
        (byRow, byColumn) = (new double[rows.Levels], new double[columns.Levels]);
        for (var i = 0; i < domain.Length; i++)
        {
            if (codes[i] < 0) continue;
            domain[i] = true;
            var w = design.Weight(i);
            counts[this.rows[i], this.columns[i]] += w;
            byRow[this.rows[i]] += w;
            byColumn[this.columns[i]] += w;
            total += w;
        }
        usedRows = [.. Enumerable.Range(0, rows.Levels).Where(r => byRow[r] > 0)];
        usedColumns = [.. Enumerable.Range(0, columns.Levels).Where(c => byColumn[c] > 0)];
    }

    public Significance Test(bool adjusted)
    {
        if (usedRows.Length < 2 || usedColumns.Length < 2)
            return Significance.Not(SuppressionReason.Undefined, "a variable has a single category");
        var excess = new List<double>();
        var influence = new List<double[]>();
        foreach (var r in usedRows.Skip(1))
            foreach (var c in usedColumns.Skip(1))
            {
                excess.Add(counts[r, c] - byRow[r] * byColumn[c] / total);
                influence.Add(Influence(r, c));
            }
        var v = Linearisation.Covariance(design, influence, domain);
        if (v.Suppressed is { } why) return Significance.Not(why);
        var q = excess.Count;
        double df = v.DegreesOfFreedom, denominator = adjusted ? df - q + 1 : df;
        if (denominator <= 0) return Significance.Not(SuppressionReason.NoDegreesOfFreedom, $"{q} contrasts with {df} degrees of freedom");
        var wald = SymmetricMatrix.InverseForm(v.Covariance, [.. excess]);
        var f = adjusted ? wald * denominator / (q * df) : wald / q;
        return double.IsFinite(f) ? new(f, FisherF.Upper(f, q, denominator), q, denominator)
            : Significance.Not(SuppressionReason.Undefined, "too many empty cells");
    }

    private double[] Influence(int r, int c)
    {
        var u = new double[design.Rows];
        for (var i = 0; i < u.Length; i++)
        {
            if (!domain[i]) continue;
            bool inRow = rows[i] == r, inColumn = columns[i] == c;
            u[i] = (inRow && inColumn ? 1 : 0) - (inRow ? byColumn[c] / total : 0) - (inColumn ? byRow[r] / total : 0) + byRow[r]
                * byColumn[c] / (total * total);
        }
        return u;
    }
}
