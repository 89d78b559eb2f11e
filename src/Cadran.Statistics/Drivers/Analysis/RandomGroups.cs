using System.Runtime.CompilerServices;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>Groups of sampling units whose cross-products are kept apart, so that replicates never touch rows.</summary>
/// <remarks>
/// Up to <see cref="ExactUnits"/> units a group is one unit and the bootstrap is the ordinary one. Beyond that the units of
/// each stratum are dealt at random into about <see cref="TargetGroups"/> groups of equal size (random groups: Wolter,
/// Introduction to Variance Estimation, chapter 2). Such groups are exchangeable, so resampling them estimates the
/// same variance as resampling units, with the groups minus strata as degrees of freedom instead of the units: with
/// about 1,000 groups the standard errors themselves carry a relative error near 1/sqrt(2 × 1000), about 2 %,
/// less than that of 500 replicates (about 3 %).
/// </remarks>
internal sealed class RandomGroups
{
    public const int ExactUnits = 2048;
    public const int TargetGroups = 1024;
    private const int LeastPerStratum = 8;

    private RandomGroups(Design design, int[] groupOfUnit, int[] stratumOfGroup, bool exact)
    {
        GroupOfRow = design.ClusterOfRow is null ? groupOfUnit : Array.ConvertAll(design.ClusterOfRow, u => groupOfUnit[u]);
        StratumOfGroup = stratumOfGroup;
        Exact = exact;
    }

    public int[] GroupOfRow { get; }

    public int[] StratumOfGroup { get; }

    /// <summary>True when every group is one sampling unit, numbered alike.</summary>
    public bool Exact { get; }

    public int Count => StratumOfGroup.Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RandomGroups Deal(Design design, ulong seed)
    {
        var units = design.Clusters;
        if (units <= ExactUnits) return new(design, [.. Enumerable.Range(0, units)], design.StratumOfUnit, true);

        var next = FirstOfStratum(design);
        var labels = new int[units];
        var stratumOfGroup = new List<int>();
        var random = new PortableRandom(seed);
        for (var h = 0; h < design.Strata; h++)
        {
            var inStratum = labels.AsSpan(next[h], design.ClustersInStratum[h]);
            var wanted = Math.Max(LeastPerStratum, (int)Math.Round((double)TargetGroups * inStratum.Length / units));
            var groups = Math.Min(inStratum.Length, wanted);
            var offset = stratumOfGroup.Count;
            for (var k = 0; k < inStratum.Length; k++) inStratum[k] = offset + (k % groups);
            random.Shuffle(inStratum);
            for (var g = 0; g < groups; g++) stratumOfGroup.Add(h);
        }
        if (design.Strata == 1) return new(design, labels, [.. stratumOfGroup], false);
        var groupOfUnit = new int[units];
        for (var u = 0; u < groupOfUnit.Length; u++) groupOfUnit[u] = labels[next[design.StratumOfUnit[u]]++];
        return new(design, groupOfUnit, [.. stratumOfGroup], false);
    }

    private static int[] FirstOfStratum(Design design)
    {
        var first = new int[design.Strata];
        for (var h = 1; h < first.Length; h++) first[h] = first[h - 1] + design.ClustersInStratum[h - 1];
        return first;
    }
}
