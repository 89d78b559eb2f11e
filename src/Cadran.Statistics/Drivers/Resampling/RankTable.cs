namespace Cadran.Statistics.Drivers;

/// <summary>Ranks of the drivers by their shares, in the sample and over the replicates.</summary>
internal sealed class RankTable
{
    private const double Rounding = 1e-9;

    private readonly int replicates;
    private readonly int[] ranks;
    // Per driver, in how many replicates it has each rank.
    private readonly int[][] counts;

    public RankTable(double[] shares, ImportanceBootstrap bootstrap)
    {
        (ranks, replicates) = (Ranks(shares), bootstrap.Replicates);
        counts = Array.ConvertAll(shares, _ => new int[shares.Length]);
        for (var r = 0; r < replicates; r++)
        {
            var drawn = Ranks(Array.ConvertAll(bootstrap.Shares, s => s[r]));
            for (var j = 0; j < drawn.Length; j++) counts[j][drawn[j] - 1]++;
        }
    }

    /// <summary>In the sample.</summary>
    public int Rank(int driver) => ranks[driver];

    /// <summary>Of rank 1, 2, …; NaN without replicates.</summary>
    public double[] Probability(int driver) => Array.ConvertAll(counts[driver], n => replicates == 0 ? double.NaN : (double)n / replicates);

    /// <summary>Best and worst rank at a confidence level; every rank is possible without replicates.</summary>
    public (int Best, int Worst) Range(int driver, double confidence) => replicates == 0 ? (1, ranks.Length)
        : (RankAt(driver, (1 - confidence) / 2), RankAt(driver, (1 + confidence) / 2));

    // Drivers that say the same have shares that differ by rounding alone.
    private static int[] Ranks(double[] shares) => Array.ConvertAll(shares, s => 1 + shares.Count(other => other > s + Rounding));

    // Smallest rank whose cumulative share of replicates reaches the probability (inverse distribution function).
    private int RankAt(int driver, double probability)
    {
        var needed = Math.Max(1, (int)Math.Ceiling((probability * replicates) - 1e-9));
        var (rank, seen) = (0, 0);
        while (seen < needed) seen += counts[driver][rank++];
        return rank;
    }
}
