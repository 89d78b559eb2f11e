namespace Cadran.Statistics.Drivers;

/// <summary>Importance records with intervals and ranks from the replicates.</summary>
internal static class RankTable
{
    public static DriverImportance[] Build(RelativeImportance point, ImportanceBootstrap bootstrap, double confidence)
    {
        var p = point.Lmg.Count;
        var shares = RelativeImportance.Shares([.. point.Lmg]);
        var ranks = Ranks(shares);
        var counts = Count(bootstrap, p);
        var tail = (1 - confidence) / 2;
        var result = new DriverImportance[p];
        for (var j = 0; j < p; j++)
        {
            var sorted = (double[])bootstrap.Shares[j].Clone();
            Array.Sort(sorted);
            var probability = new double[p];
            for (var r = 0; r < p; r++) probability[r] = bootstrap.Replicates == 0 ? double.NaN : (double)counts[j][r] / bootstrap.Replicates;
            var (low, high) = bootstrap.Replicates == 0 ? (ranks[j], ranks[j]) : (RankAt(counts[j], bootstrap.Replicates, tail), RankAt(counts[j], bootstrap.Replicates, 1 - tail));
            result[j] = new DriverImportance(point.Lmg[j], shares[j], SampleQuantile.Of(sorted, tail), SampleQuantile.Of(sorted, 1 - tail),
                point.Johnson[j], point.First[j], point.Last[j], point.Pratt[j], ranks[j], low, high, probability, false)
            { LmgError = point.LmgErrors?[j] };
        }
        return MarkTies(result);
    }

    private static int[][] Count(ImportanceBootstrap bootstrap, int p)
    {
        var counts = new int[p][];
        for (var j = 0; j < p; j++) counts[j] = new int[p];
        var shares = new double[p];
        for (var r = 0; r < bootstrap.Replicates; r++)
        {
            for (var j = 0; j < p; j++) shares[j] = bootstrap.Shares[j][r];
            var ranks = Ranks(shares);
            for (var j = 0; j < p; j++) counts[j][ranks[j] - 1]++;
        }
        return counts;
    }

    /// <summary>Best and worst rank of a driver at a confidence level; its rank in the sample without replicates.</summary>
    public static (int Best, int Worst) Range(ImportanceBootstrap bootstrap, double[] point, int driver, double confidence)
    {
        if (bootstrap.Replicates == 0) return (Ranks(point)[driver], Ranks(point)[driver]);
        var counts = Count(bootstrap, point.Length)[driver];
        return (RankAt(counts, bootstrap.Replicates, (1 - confidence) / 2), RankAt(counts, bootstrap.Replicates, (1 + confidence) / 2));
    }

    private static int[] Ranks(double[] shares) => Array.ConvertAll(shares, s => 1 + shares.Count(other => other > s));

    // Smallest rank whose cumulative share of replicates reaches the probability (inverse distribution function).
    private static int RankAt(int[] counts, int replicates, double probability)
    {
        var needed = Math.Max(1, (int)Math.Ceiling((probability * replicates) - 1e-9));
        var (rank, seen) = (0, 0);
        while (seen < needed) seen += counts[rank++];
        return rank;
    }

    private static DriverImportance[] MarkTies(DriverImportance[] drivers)
    {
        var order = Enumerable.Range(0, drivers.Length).OrderByDescending(j => drivers[j].Share).ToArray();
        for (var k = 0; k + 1 < order.Length; k++)
        {
            var next = drivers[order[k + 1]];
            drivers[order[k]] = drivers[order[k]] with { TiedWithNext = !(next.High < drivers[order[k]].Low) };
        }
        return drivers;
    }
}
