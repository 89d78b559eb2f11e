using System.Runtime.CompilerServices;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>Groups of sampling units whose cross-products are kept apart, so that replicates never touch rows.</summary>
/// <remarks>
/// Up to <see cref="ExactUnits"/> units a block is one unit and the bootstrap is the ordinary one. Beyond that the units of
/// each stratum are dealt at random into about <see cref="TargetBlocks"/> blocks of equal size (random groups: Wolter,
/// Introduction to Variance Estimation, chapter 2). Such blocks are exchangeable, so resampling them estimates the
/// same variance as resampling units, with the blocks minus strata as degrees of freedom instead of the units: with
/// about 1,000 blocks the standard errors themselves carry a relative error near 1/sqrt(2 × 1000), about 2 %,
/// less than that of 500 replicates (about 3 %).
/// </remarks>
internal sealed class Blocks
{
    public const int ExactUnits = 2048;
    public const int TargetBlocks = 1024;
    private const int LeastPerStratum = 8;

    private Blocks(int[] blockOfUnit, int[] stratumOfBlock, bool exact)
    {
        BlockOfUnit = blockOfUnit;
        StratumOfBlock = stratumOfBlock;
        Exact = exact;
    }

    public int[] BlockOfUnit { get; }

    public int[] StratumOfBlock { get; }

    /// <summary>True when every block is one sampling unit.</summary>
    public bool Exact { get; }

    public int Count => StratumOfBlock.Length;

    public int[] OfRows(SamplingUnits units) => units.UnitOfRow is null ? BlockOfUnit : Array.ConvertAll(units.UnitOfRow, u => BlockOfUnit[u]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Blocks Deal(SamplingUnits units, ulong seed)
    {
        if (units.Units <= ExactUnits)
            return new Blocks(Enumerable.Range(0, units.Units).ToArray(), units.StratumOfUnit, true);

        var next = FirstOfStratum(units);
        var labels = new int[units.Units];
        var stratumOfBlock = new List<int>();
        var random = new PortableRandom(seed);
        for (var h = 0; h < units.Strata; h++)
        {
            var inStratum = labels.AsSpan(next[h], units.UnitsInStratum[h]);
            var wanted = Math.Max(LeastPerStratum, (int)Math.Round((double)TargetBlocks * inStratum.Length / units.Units));
            var blocks = Math.Min(inStratum.Length, wanted);
            var offset = stratumOfBlock.Count;
            for (var k = 0; k < inStratum.Length; k++) inStratum[k] = offset + (k % blocks);
            random.Shuffle(inStratum);
            for (var b = 0; b < blocks; b++) stratumOfBlock.Add(h);
        }
        if (units.Strata == 1) return new Blocks(labels, [.. stratumOfBlock], false);
        var blockOfUnit = new int[units.Units];
        for (var u = 0; u < blockOfUnit.Length; u++) blockOfUnit[u] = labels[next[units.StratumOfUnit[u]]++];
        return new Blocks(blockOfUnit, [.. stratumOfBlock], false);
    }

    private static int[] FirstOfStratum(SamplingUnits units)
    {
        var first = new int[units.Strata];
        for (var h = 1; h < first.Length; h++) first[h] = first[h - 1] + units.UnitsInStratum[h - 1];
        return first;
    }
}
