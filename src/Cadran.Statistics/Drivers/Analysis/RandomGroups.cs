using System.Runtime.CompilerServices;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>Groups of sampling units whose cross-products are kept apart, so that replicates never touch rows.</summary>
/// <remarks>Up to <see cref="ExactUnits"/> units a group is one unit and the bootstrap is the ordinary one. Beyond that the
/// units of each stratum are dealt at random into about <see cref="TargetGroups"/> groups of equal size (random groups: Wolter,
/// Introduction to Variance Estimation, chapter 2). Such groups are exchangeable, so resampling them estimates the same variance
/// as resampling units, with the groups minus strata as degrees of freedom instead of the units: with about 1,000 groups
/// the standard errors themselves carry a relative error near 1/sqrt(2 × 1000), about 2 %, less than that of 500 replicates
/// (about 3 %).</remarks>
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

    /// <summary>Groups are numbered by <see cref="UnitOrder"/>, those of a stratum one after another.</summary>
    public int[] StratumOfGroup { get; }

    /// <summary>True when every group is one sampling unit.</summary>
    public bool Exact { get; }

    public int Count => StratumOfGroup.Length;

    /// <param name="design">The sample.</param>
    /// <param name="content">What each row holds: it decides which units a seed puts together.</param>
    /// <param name="seed">Same seed and survey, same groups, in whatever order its rows and its offices come.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RandomGroups Deal(Design design, ulong[] content, ulong seed)
    {
        var order = UnitOrder.Of(design, content);
        var units = order.Unit.Length;
        if (units <= ExactUnits) return new(design, order.Place, order.Stratum, true);

        var groupOfUnit = new int[units];
        var stratumOfGroup = new List<int>();
        var random = new PortableRandom(seed);
        for (int first = 0, next; first < units; first = next)
        {
            var h = order.Stratum[first];
            next = first + design.ClustersInStratum[h];
            var labels = new int[next - first];
            var wanted = Math.Max(LeastPerStratum, (int)Math.Round((double)TargetGroups * labels.Length / units));
            var groups = Math.Min(labels.Length, wanted);
            var offset = stratumOfGroup.Count;
            for (var k = 0; k < labels.Length; k++) labels[k] = offset + (k % groups);
            random.Shuffle<int>(labels);
            for (var k = 0; k < labels.Length; k++) groupOfUnit[order.Unit[first + k]] = labels[k];
            for (var g = 0; g < groups; g++) stratumOfGroup.Add(h);
        }
        return new(design, groupOfUnit, [.. stratumOfGroup], false);
    }
}
