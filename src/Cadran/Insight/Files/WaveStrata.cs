using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// Waves as strata: each is a sample of its own, out of a population of its own. Where clusters were drawn once for several waves, the
/// waves share them, and the error of a change counts it.
/// </summary>
internal static class WaveStrata
{
    /// <summary>Strata within waves; rows without a wave are one more.</summary>
    public static Factor Of(Factor waves, Factor? strata)
    {
        Factor every = waves;
        if (waves.Codes.Contains(-1))
            every = Factor.FromCodes([.. waves.Codes.ToArray().Select(c => c < 0 ? waves.Levels : c)], [.. waves.Labels, "–"]);
        return strata is null ? every : Factor.Cross(every, strata);
    }

    /// <summary>
    /// The population is each wave's: always of people; of clusters where a stratum has another number in another wave, or none of its
    /// clusters is in two.
    /// </summary>
    public static bool AreSeparate(Factor waves, Factor? strata, Factor? clusters, ReadOnlySpan<double> population)
    {
        if (clusters is null) return true;
        var wavesOf = new Dictionary<(int Stratum, int Cluster), int>();
        var known = new Dictionary<int, double>();
        bool shared = false;
        for (int i = 0; i < waves.Rows; i++)
        {
            int h = strata?.Codes[i] ?? 0;
            if (known.TryGetValue(h, out double before) && before != population[i]) return true;
            known[h] = population[i];
            if (wavesOf.TryGetValue((h, clusters.Codes[i]), out int wave)) shared |= wave != waves.Codes[i];
            else wavesOf[(h, clusters.Codes[i])] = waves.Codes[i];
        }
        return !shared;
    }
}
