using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>Missing columns given the observed ones under a multivariate normal: regression, and draws around it.</summary>
internal sealed class ConditionalNormal
{
    private readonly int[] observed;
    private readonly int[] missing;
    private readonly double[] mean;
    private readonly double[,] slope;
    private readonly double[,] root;

    public ConditionalNormal(IReadOnlyList<double> mean, double[,] covariance, bool[] isObserved)
    {
        this.mean = [.. mean];
        observed = [.. Enumerable.Range(0, isObserved.Length).Where(j => isObserved[j])];
        missing = [.. Enumerable.Range(0, isObserved.Length).Where(j => !isObserved[j])];
        double[] scale = [.. observed.Select(j => covariance[j, j] > 0 ? 1 / Math.Sqrt(covariance[j, j]) : 0)];
        var correlation = new double[observed.Length, observed.Length];
        for (var a = 0; a < observed.Length; a++)
            for (var b = 0; b < observed.Length; b++) correlation[a, b] = covariance[observed[a], observed[b]] * scale[a] * scale[b];
        var (inverse, _) = SymmetricMatrix.InverseOf(correlation);
        slope = new double[missing.Length, observed.Length];
        for (var m = 0; m < missing.Length; m++)
            for (var a = 0; a < observed.Length; a++)
                for (var b = 0; b < observed.Length; b++) slope[m, a] += covariance[missing[m], observed[b]] * inverse[b, a] * scale[a] * scale[b];
        root = Root(covariance);
    }

    /// <summary>Fills the missing columns of a row; one normal draw per missing column, in column order.</summary>
    public void Draw(Span<double> row, PortableRandom random)
    {
        var noise = new double[missing.Length];
        for (var m = 0; m < noise.Length; m++) noise[m] = random.NextNormal();
        for (var m = 0; m < missing.Length; m++)
        {
            var value = mean[missing[m]];
            for (var a = 0; a < observed.Length; a++) value += slope[m, a] * (row[observed[a]] - mean[observed[a]]);
            for (var k = 0; k <= m; k++) value += root[m, k] * noise[k];
            row[missing[m]] = value;
        }
    }

    // Cholesky root of the residual covariance; a column that the observed ones determine gets no noise.
    private double[,] Root(double[,] covariance)
    {
        var n = missing.Length;
        var l = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = covariance[missing[i], missing[j]];
                for (var a = 0; a < observed.Length; a++) sum -= slope[i, a] * covariance[observed[a], missing[j]];
                for (var k = 0; k < j; k++) sum -= l[i, k] * l[j, k];
                if (i == j) l[i, i] = sum > SymmetricMatrix.Tolerance * covariance[missing[i], missing[i]] ? Math.Sqrt(sum) : 0;
                else l[i, j] = l[j, j] > 0 ? sum / l[j, j] : 0;
            }
        return l;
    }
}
