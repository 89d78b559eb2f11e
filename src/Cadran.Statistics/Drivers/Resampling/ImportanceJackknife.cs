namespace Cadran.Statistics.Drivers;

/// <summary>Shares of R² with each random group left out; null for a group that is alone in its stratum.</summary>
internal sealed class ImportanceJackknife(double[][] without, int[] stratumOfGroup, double[] unsampled)
{
    /// <summary>Standard error by JKn, and what each group adds to the estimate.</summary>
    public (double Error, double[] Influence) Of(int driver)
    {
        var (sum, n) = (new double[unsampled.Length], new int[unsampled.Length]);
        for (var g = 0; g < without.Length; g++)
        {
            if (without[g] is null) continue;
            sum[stratumOfGroup[g]] += without[g][driver];
            n[stratumOfGroup[g]]++;
        }
        var variance = 0.0;
        var influence = new double[without.Length];
        for (var g = 0; g < without.Length; g++)
        {
            if (without[g] is null) continue;
            var h = stratumOfGroup[g];
            var (fraction, deviation) = ((n[h] - 1.0) / n[h], (sum[h] / n[h]) - without[g][driver]);
            variance += unsampled[h] * fraction * deviation * deviation;
            influence[g] = Math.Sqrt(unsampled[h]) * fraction * deviation;
        }
        return (Math.Sqrt(variance), influence);
    }
}
