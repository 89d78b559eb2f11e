using System.Runtime.CompilerServices;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Replication;

/// <summary>
/// The other samples that could have been drawn, as one factor per sampling unit: a bootstrap redraws units within strata,
/// a jackknife leaves one out.
/// </summary>
/// <remarks>Whatever resamples in this library asks here. Sampling units are first-stage clusters, rows without clusters, or random
/// groups of either. Bootstrap (Rao and Wu 1988; as weights Rao, Wu and Yue 1992): in a stratum of n units, n−1 are drawn with
/// replacement and a unit counts 1 − λ + λ·n/(n−1)·(times drawn), λ = √(1−f) with sampled fraction f, so that the replicates of a
/// total vary as its linearised error says. A lone unit counts 1: it adds no variance.</remarks>
internal sealed class UnitResampling
{
    private readonly int[] stratumOfUnit;
    private readonly int[] strata;
    private readonly int[][] members;
    private readonly double[] unsampled;

    /// <param name="stratumOfUnit">Stratum of each sampling unit. Draws fall on units as they are numbered, and on strata as they first
    /// appear: number them by <see cref="UnitOrder"/> where a seed decides.</param>
    /// <param name="unsampled">1 − f of each stratum, in [0, 1]; 1 when the population is unknown, or when what is to be
    /// known is not the population itself.</param>
    public UnitResampling(int[] stratumOfUnit, double[] unsampled)
    {
        var lists = Array.ConvertAll(unsampled, _ => new List<int>());
        for (var unit = 0; unit < stratumOfUnit.Length; unit++) lists[stratumOfUnit[unit]].Add(unit);
        (this.stratumOfUnit, this.unsampled, members) = (stratumOfUnit, unsampled, Array.ConvertAll(lists, l => l.ToArray()));
        strata = [.. stratumOfUnit.Distinct()];
    }

    /// <summary>The design's own sampling units.</summary>
    public static UnitResampling Of(Design design) => new(design.StratumOfUnit, design.UnsampledInStratum);

    public int Units => stratumOfUnit.Length;

    /// <summary>Units that share a unit's stratum, itself included.</summary>
    public int Together(int unit) => members[stratumOfUnit[unit]].Length;

    /// <summary>Bootstrap: fills one factor per unit, of mean 1 in each stratum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(PortableRandom random, Span<double> factors)
    {
        foreach (var h in strata)
        {
            var stratum = members[h];
            var n = stratum.Length;
            var scale = n > 1 ? Math.Sqrt(unsampled[h]) : 0;
            foreach (var unit in stratum) factors[unit] = 1 - scale;
            var step = scale * n / (n - 1);
            for (var draw = 0; draw < n - 1; draw++) factors[stratum[random.NextInt(n)]] += step;
        }
    }

    /// <summary>
    /// Jackknife: fills one factor per unit; the others of its stratum stand in for the one left out, which must
    /// not be alone there.
    /// </summary>
    public void LeaveOut(int unit, Span<double> factors)
    {
        factors.Fill(1);
        var stratum = members[stratumOfUnit[unit]];
        foreach (var other in stratum) factors[other] = stratum.Length / (stratum.Length - 1.0);
        factors[unit] = 0;
    }
}
