using Cadran.Statistics.Distributions;
using Cadran.Statistics.Estimation;
using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics.Comparison;

/// <summary>A table of weighted shares with their covariance under the design, tested for independence of its rows and columns.</summary>
internal sealed class Association
{
    private readonly double[] p;
    private readonly LinearisedCovariance covariance;
    private readonly int columns;
    private readonly int respondents;
    private readonly double[] byRow, byColumn;

    /// <summary>Rows and columns with anybody in them.</summary>
    private readonly int[] r, k;

    /// <param name="shares">Row by row; they add up to 1.</param>
    public Association(double[] shares, LinearisedCovariance covariance, int rows, int columns, int respondents)
    {
        (p, this.covariance, this.columns, this.respondents) = (shares, covariance, columns, respondents);
        (byRow, byColumn) = (new double[rows], new double[columns]);
        for (var c = 0; c < p.Length; c++) { byRow[c / columns] += p[c]; byColumn[c % columns] += p[c]; }
        r = [.. Enumerable.Range(0, rows).Where(i => byRow[i] > 0)];
        k = [.. Enumerable.Range(0, columns).Where(j => byColumn[j] > 0)];
    }

    public Significance Test(IndependenceStatistic statistic)
    {
        if (r.Length < 2 || k.Length < 2) return Significance.Not(SuppressionReason.Undefined, "a variable has a single category");
        double pearson = 0;
        foreach (var i in r)
            foreach (var j in k) pearson += Math.Pow(p[i * columns + j] - byRow[i] * byColumn[j], 2) / (byRow[i] * byColumn[j]);
        pearson *= respondents;
        // Interaction contrasts over shares: any basis orthogonal to rows and columns gives the same traces.
        var contrast = Matrix<double>.Build.Dense(p.Length, (r.Length - 1) * (k.Length - 1));
        for (int i = 0, at = 0; i < r.Length - 1; i++)
            for (var j = 0; j < k.Length - 1; j++, at++)
            {
                Put(contrast, at, r[i] * columns + k[j], 1);
                Put(contrast, at, r[^1] * columns + k[j], -1);
                Put(contrast, at, r[i] * columns + k[^1], -1);
                Put(contrast, at, r[^1] * columns + k[^1], 1);
            }
        var simple = contrast.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalArray(p)) * contrast / respondents;
        var actual = contrast.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfArray(covariance.Covariance)) * contrast;
        var (inverse, dependent) = SymmetricMatrix.InverseOf(simple.ToArray());
        if (dependent.Contains(true)) return Significance.Not(SuppressionReason.Undefined, "too many empty cells");
        var delta = Matrix<double>.Build.DenseOfArray(inverse) * actual;
        double trace = delta.Trace(), squares = (delta * delta).Trace();
        if (!double.IsFinite(trace) || !(trace > 0) || !(squares > 0))
            return Significance.Not(SuppressionReason.Undefined, "too many empty cells");
        if (statistic == IndependenceStatistic.FirstOrder)
            return new(pearson, ChiSquared.Upper(pearson * contrast.ColumnCount / trace, contrast.ColumnCount), contrast.ColumnCount);
        if (statistic == IndependenceStatistic.Saddlepoint)
        {
            // R′AR has the eigenvalues of RR′A, and is symmetric.
            var root = Matrix<double>.Build.DenseOfArray(SymmetricMatrix.Root(inverse));
            var (values, _) = SymmetricMatrix.Eigen((root.TransposeThisAndMultiply(actual) * root).ToArray());
            double[] effects = [.. values.Where(e => e > 0)];
            return new(pearson, QuadraticForm.Upper(pearson, effects, trace * trace / squares * covariance.DegreesOfFreedom),
                contrast.ColumnCount);
        }
        double f = pearson / trace, numerator = trace * trace / squares, denominator = numerator * covariance.DegreesOfFreedom;
        return new(f, FisherF.Upper(f, numerator, denominator), numerator, denominator);
    }

    private void Put(Matrix<double> contrast, int column, int cell, double sign)
    {
        if (p[cell] > 0) contrast[cell, column] = sign / p[cell];
    }
}
