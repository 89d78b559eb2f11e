using Cadran.Statistics.Comparison;
using Cadran.Statistics.Distributions;
using Cadran.Statistics.Estimation;
using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics.Regression;

/// <summary>Slopes of one logistic regression per cut, stacked, and Wald tests that they do not change from cut to cut.</summary>
internal sealed class CutContrasts
{
    private readonly CumulativeLogit[] cuts;
    private readonly int columns;
    private readonly bool[] aliased;

    public CutContrasts(CumulativeLogit[] cuts, int columns)
    {
        (this.cuts, this.columns) = (cuts, columns);
        aliased = [.. Enumerable.Range(0, columns).Select(j => Array.Exists(cuts, c => c.Aliased[j]))];
    }

    /// <summary>One list per cut; NaN for aliased columns.</summary>
    public IReadOnlyList<double>[] Slopes =>
        [.. cuts.Select(
            c => (IReadOnlyList<double>)[.. Enumerable.Range(0, columns).Select(j => aliased[j] ? double.NaN : c.Parameters[j + 1])])];

    /// <summary>
    /// Joint covariance of all slopes when rows are independent and weights frequencies (Brant 1990): two cuts
    /// share P(above the higher).
    /// </summary>
    public Matrix<double> ModelCovariance(OrdinalPatterns sample)
    {
        var (patterns, weights) = (sample.Columns, sample.Weights);
        var terms = columns + 1;
        var above = cuts.Select(c => weights.Select((_, i) => Above(c, patterns, i)).ToArray()).ToArray();
        var covariance = Matrix<double>.Build.Dense(cuts.Length * columns, cuts.Length * columns);
        for (var m = 0; m < cuts.Length; m++)
            for (var l = m; l < cuts.Length; l++)
            {
                var cross = Matrix<double>.Build.Dense(terms, terms);
                for (var i = 0; i < weights.Length; i++)
                {
                    var v = weights[i] * (above[l][i] - (above[m][i] * above[l][i]));
                    for (var a = 0; a < terms; a++)
                        for (var b = 0; b < terms; b++) cross[a, b] += v * Term(patterns, a, i) * Term(patterns, b, i);
                }
                var block = Inverse(m) * cross * Inverse(l);
                covariance.SetSubMatrix(m * columns, l * columns, block.SubMatrix(1, columns, 1, columns));
                covariance.SetSubMatrix(l * columns, m * columns, block.SubMatrix(1, columns, 1, columns).Transpose());
            }
        return covariance;
    }

    public (Matrix<double> Covariance, double DegreesOfFreedom, Suppression? Problem) DesignCovariance(
        OrdinalPatterns sample, Design design)
    {
        double[][] influence =
            [.. cuts.SelectMany(c => OrdinalRegression.Influence(c, sample.Weights.Length).Skip(1))
            .Select(ofPattern => sample.Spread(ofPattern, design.Rows))];
        var v = Linearisation.Covariance(design, influence, sample.Domain(design.Rows));
        return (Matrix<double>.Build.DenseOfArray(v.Covariance), v.DegreesOfFreedom, v.Suppressed);
    }

    /// <summary>χ² without <paramref name="designDegrees"/>, F with.</summary>
    public Significance Wald(Matrix<double> covariance, int[] tested, double? designDegrees = null)
    {
        int[] kept = [.. tested.Where(j => !aliased[j])];
        if (kept.Length == 0) return Significance.Not(SuppressionReason.Undefined, "the column is a combination of earlier ones");
        var contrast = Matrix<double>.Build.Dense((cuts.Length - 1) * kept.Length, cuts.Length * columns);
        for (var m = 1; m < cuts.Length; m++)
            for (var k = 0; k < kept.Length; k++)
            {
                var row = ((m - 1) * kept.Length) + k;
                contrast[row, kept[k]] = 1;
                contrast[row, (m * columns) + kept[k]] = -1;
            }
        var difference = contrast * Vector<double>.Build.DenseOfEnumerable(cuts.SelectMany(c => c.Parameters.Skip(1)));
        var wald = SymmetricMatrix.InverseForm((contrast * covariance * contrast.Transpose()).ToArray(), difference.ToArray());
        double q = contrast.RowCount;
        if (designDegrees is not { } d) return new(wald, ChiSquared.Upper(wald, q), q);
        if (d - q + 1 <= 0) return Significance.Not(SuppressionReason.NoDegreesOfFreedom, $"{q} contrasts with {d} degrees of freedom");
        var f = wald * (d - q + 1) / (d * q);
        return new(f, FisherF.Upper(f, q, d - q + 1), q, d - q + 1);
    }

    private Matrix<double> Inverse(int cut) => Matrix<double>.Build.DenseOfArray(cuts[cut].Inverse);

    // In the parameters (threshold, slopes) the linear predictor of "above" has derivative (−1, x).
    private static double Term(double[][] patterns, int term, int i) => term == 0 ? -1 : patterns[term - 1][i];

    private static double Above(CumulativeLogit cut, double[][] patterns, int i)
    {
        var eta = -cut.Parameters[0];
        for (var j = 0; j < patterns.Length; j++) eta += cut.Parameters[j + 1] * patterns[j][i];
        return CumulativeLogit.Logistic(eta);
    }
}
