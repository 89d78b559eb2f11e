namespace Cadran.Statistics.Drivers;

/// <summary>Weighted means, deviations and correlations unpacked from one cross-product table.</summary>
internal sealed class CorrelationTable
{
    private readonly int drivers;

    public CorrelationTable(int drivers)
    {
        this.drivers = drivers;
        Mean = new double[drivers + 1];
        SumOfSquares = new double[drivers + 1];
        Correlation = new double[(drivers + 1) * (drivers + 1)];
    }

    public double Weight { get; private set; }

    /// <summary>Drivers first, overall last; on the original scale.</summary>
    public double[] Mean { get; }

    /// <summary>Weighted sum of squared deviations from the mean; exactly zero for a constant column.</summary>
    public double[] SumOfSquares { get; }

    /// <summary>Row-major square, drivers first, overall last. Rows of constant columns are zero, diagonal included.</summary>
    public double[] Correlation { get; }

    public bool OverallVaries => SumOfSquares[drivers] > 0;

    public void Read(ReadOnlySpan<double> table, double shift)
    {
        var n = drivers + 1;
        Weight = table[0];
        var at = drivers + 2;
        for (var i = 0; i < n; i++) Mean[i] = table[i + 1] / Weight;
        for (var i = 0; i < n; i++)
            for (var j = i; j < n; j++)
            {
                var raw = table[at++];
                var centred = raw - (Weight * Mean[i] * Mean[j]);
                if (i == j) SumOfSquares[i] = centred > 1e-12 * raw ? centred : 0;
                Correlation[(i * n) + j] = centred;
            }
        for (var i = 0; i < n; i++)
            for (var j = i; j < n; j++)
            {
                var scale = Math.Sqrt(SumOfSquares[i]) * Math.Sqrt(SumOfSquares[j]);
                var r = scale > 0 ? Correlation[(i * n) + j] / scale : 0;
                Correlation[(i * n) + j] = Correlation[(j * n) + i] = i == j && scale > 0 ? 1 : r;
            }
        for (var i = 0; i < n; i++) Mean[i] += shift;
    }

    public double[,] DriverCorrelation()
    {
        var r = new double[drivers, drivers];
        for (var i = 0; i < drivers; i++)
            for (var j = 0; j < drivers; j++)
                r[i, j] = Correlation[(i * (drivers + 1)) + j];
        return r;
    }

    public double[] OverallCorrelation()
    {
        var r = new double[drivers];
        for (var i = 0; i < drivers; i++) r[i] = Correlation[(i * (drivers + 1)) + drivers];
        return r;
    }
}
