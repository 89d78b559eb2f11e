using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>Whether the population counts stored with responses can correct the errors of estimates.</summary>
public static class Populations
{
    /// <summary>
    /// True when each stratum has one known population, at least as large as what was sampled of it (clusters, or people without them).
    /// Otherwise errors are reckoned without the correction, which overstates them: the safe side, and never a page that fails.
    /// </summary>
    public static bool Usable(ReadOnlySpan<double> population, Factor? strata, Factor? clusters)
    {
        int levels = strata?.Levels ?? 1;
        var known = new double[levels];
        var units = new HashSet<int>[levels];
        var rows = new int[levels];
        for (int i = 0; i < population.Length; i++)
        {
            int h = strata?.Codes[i] ?? 0;
            if (h < 0 || double.IsInfinity(population[i]) || (known[h] != 0 && known[h] != population[i])) return false;
            known[h] = population[i];
            rows[h]++;
            if (clusters is not null) (units[h] ??= []).Add(clusters.Codes[i]);
        }
        for (int h = 0; h < levels; h++)
            if ((units[h]?.Count ?? rows[h]) > known[h]) return false;
        return true;
    }
}
