using System.Runtime.CompilerServices;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>Streams of <see cref="PortableRandom"/> for resampling: the same numbers on every platform and runtime.</summary>
internal sealed class Xoshiro
{
    private readonly PortableRandom random;

    // Replicates use one stream each, so that results do not depend on how work is shared between cores.
    public Xoshiro(ulong seed, ulong stream = 0) => random = new(seed ^ (stream * 0xD1B54A32D192ED03UL));

    public ulong Next() => random.NextUInt64();

    /// <summary>A whole number in [0, bound), unbiased to 2^-64 relative.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
