namespace Cadran.Statistics.Drivers;

/// <summary>Shares of R² with each block left out; null for a block that is alone in its stratum.</summary>
internal sealed class ImportanceJackknife(double[][] without, int[] stratumOfBlock, double[] unsampled)
{
    /// <summary>Standard error by JKn, and what each block adds to the estimate.</summary>
    public (double Error, double[] Influence) Of(int driver)
    {
        var (sum, n) = (new double[unsampled.Length], new int[unsampled.Length]);
        for (var b = 0; b < without.Length; b++)
        {
            if (without[b] is null) continue;
            sum[stratumOfBlock[b]] += without[b][driver];
            n[stratumOfBlock[b]]++;
        }
        var variance = 0.0;
        var influence = new double[without.Length];
        for (var b = 0; b < without.Length; b++)
        {
            if (without[b] is null) continue;
            var h = stratumOfBlock[b];
            var (fraction, deviation) = ((n[h] - 1.0) / n[h], (sum[h] / n[h]) - without[b][driver]);
            variance += unsampled[h] * fraction * deviation * deviation;
            influence[b] = Math.Sqrt(unsampled[h]) * fraction * deviation;
        }
        return (Math.Sqrt(variance), influence);
    }
}
