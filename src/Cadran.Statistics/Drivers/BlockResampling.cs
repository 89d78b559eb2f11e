using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Drivers;

/// <summary>Rescaled bootstrap weights of blocks (Rao and Wu 1988; with replacement fractions as Rao, Wu and Yue 1992).</summary>
/// <remarks>In a stratum of n blocks, n-1 are drawn with replacement and block i weighs 1 - L + L·n/(n-1)·(times drawn),
/// L = sqrt(1-f) with sampling fraction f. A lone block keeps weight 1: it adds no variance.</remarks>
internal sealed class BlockResampling
{
    private readonly int[][] members;
    private readonly double[] unsampled;

    public BlockResampling(Blocks blocks, SamplingUnits units)
    {
        var lists = new List<int>[units.Strata];
        for (var h = 0; h < lists.Length; h++) lists[h] = [];
        for (var b = 0; b < blocks.Count; b++) lists[blocks.StratumOfBlock[b]].Add(b);
        members = Array.ConvertAll(lists, l => l.ToArray());
        unsampled = units.UnsampledInStratum;
        Blocks = blocks.Count;
    }

    public int Blocks { get; }

    /// <summary>Fills one weight per block, of mean 1 in each stratum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(Xoshiro generator, Span<double> factors)
    {
        for (var h = 0; h < members.Length; h++)
        {
            var inStratum = members[h];
            var n = inStratum.Length;
            var scale = n > 1 ? Math.Sqrt(unsampled[h]) : 0;
            foreach (var b in inStratum) factors[b] = 1 - scale;
            for (var draw = 0; draw < n - 1; draw++) factors[inStratum[generator.Below(n)]] += scale * n / (n - 1);
        }
    }
}
