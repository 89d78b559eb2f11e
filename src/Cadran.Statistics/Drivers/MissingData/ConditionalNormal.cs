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
        (map, _, var residual) = Predictor(this.mean, covariance, isObserved);
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

    /// <summary>Every column from the observed ones (constant + map·row; observed columns are themselves) and what is left over.</summary>
    public static (double[,] Map, double[] Constant, double[,] Residual) Predictor(double[] mean, double[,] covariance, bool[] observed)
    {
        var columns = observed.Length;
        // Sweeping the observed columns leaves regressions of the missing ones and their residual covariance.
        var seen = new double[columns, columns];
        for (var a = 0; a < columns; a++)
            for (var b = 0; b < columns; b++)
                seen[a, b] = observed[a] && observed[b] ? covariance[a, b] : 0;
        var (inverse, _) = SymmetricMatrix.InverseOf(seen);
        var map = new double[columns, columns];
        var constant = new double[columns];
        var residual = new double[columns, columns];
        for (var m = 0; m < columns; m++)
        {
            if (observed[m])
            {
                map[m, m] = 1;
                continue;
            }
            constant[m] = mean[m];
            for (var k = 0; k < columns; k++)
            {
                for (var l = 0; l < columns && observed[k]; l++) map[m, k] += covariance[m, l] * inverse[l, k];
                constant[m] -= map[m, k] * mean[k];
            }
        }
        for (var a = 0; a < columns; a++)
            for (var b = 0; b < columns; b++)
            {
                if (observed[a] || observed[b]) continue;
                residual[a, b] = covariance[a, b];
                for (var k = 0; k < columns; k++) residual[a, b] -= map[a, k] * covariance[k, b];
            }
        return (map, constant, residual);
    }
}
