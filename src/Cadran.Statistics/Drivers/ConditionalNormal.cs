using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>Missing columns given the observed ones under a multivariate normal: regression, and draws around it.</summary>
internal sealed class ConditionalNormal
{
    private readonly int[] missing;
    private readonly double[,] map;
    private readonly double[] mean;
    private readonly double[,] root;

    public ConditionalNormal(IReadOnlyList<double> mean, double[,] covariance, bool[] isObserved)
    {
        missing = [.. Enumerable.Range(0, isObserved.Length).Where(j => !isObserved[j])];
        this.mean = [.. mean];
        (map, _, var residual) = Expectation.Predictor(this.mean, covariance, isObserved);
        var left = new double[missing.Length, missing.Length];
        for (var a = 0; a < missing.Length; a++)
            for (var b = 0; b < missing.Length; b++) left[a, b] = residual[missing[a], missing[b]];
        // A column that the observed ones determine gets no noise.
        root = SymmetricMatrix.Root(left, Array.ConvertAll(missing, j => covariance[j, j]));
    }

    /// <summary>Fills the missing columns of a row; one normal draw per missing column, in column order.</summary>
    public void Draw(Span<double> row, PortableRandom random)
    {
        var drawn = new double[missing.Length];
        var noise = new double[missing.Length];
        for (var m = 0; m < noise.Length; m++) noise[m] = random.NextNormal();
        for (var m = 0; m < missing.Length; m++)
        {
            drawn[m] = mean[missing[m]];
            // Missing columns have no slope, but they are NaN here.
            for (var k = 0; k < row.Length; k++) if (!double.IsNaN(row[k])) drawn[m] += map[missing[m], k] * (row[k] - mean[k]);
            for (var k = 0; k <= m; k++) drawn[m] += root[m, k] * noise[k];
        }
        for (var m = 0; m < missing.Length; m++) row[missing[m]] = drawn[m];
    }
}
