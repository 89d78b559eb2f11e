using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Simulation;

/// <summary>A seeded generator whose sequence is the same on every platform and in every version.</summary>
/// <remarks>xoshiro256** (Blackman and Vigna), seeded by SplitMix64. <see cref="System.Random"/> does not promise a stable sequence,
/// and the runtime's logarithm may differ in the last bit between systems; normal draws here use only operations that IEEE 754 rounds
/// exactly. Not for cryptography.</remarks>
public sealed class PortableRandom
{
    private const double LargestMean = 1e9;

    private ulong s0, s1, s2, s3;

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">Any value; the same seed gives the same sequence for ever.</param>
    public PortableRandom(ulong seed)
    {
        s0 = SplitMix(ref seed);
        s1 = SplitMix(ref seed);
        s2 = SplitMix(ref seed);
        s3 = SplitMix(ref seed);
    }

    /// <summary>Sixty-four uniform bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // Resampling draws millions: a call for each costs a tenth of a driver analysis.
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform in the open interval (0, 1), on a grid of 2⁻⁵³ shifted by half a step.</summary>
    public double NextDouble() => ((NextUInt64() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Uniform integer in [0, bound), without modulo bias.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound of zero or less.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        while (true)
        {
            var draw = NextUInt64();
            var left = draw % (ulong)bound;
            // Draws of the last, incomplete run of bound numbers would favour the small ones.
            if (draw - left <= ulong.MaxValue - (ulong)bound) return (int)left;
        }
    }

    /// <summary>Puts items in random order, all orders alike (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Standard normal, by inversion: one uniform per draw.</summary>
    public double NextNormal() => PortableMath.NormalQuantile(NextDouble());

    /// <summary>Index drawn with the given probabilities; the last index absorbs rounding.</summary>
    /// <param name="shares">Probability of each index, zero or more; they sum to 1, up to a millionth.</param>
    /// <exception cref="ArgumentException">No index, a share that is negative or no number, another sum.</exception>
    public int NextIndex(ReadOnlySpan<double> shares)
    {
        if (shares.IsEmpty) throw new ArgumentException("There is no index to draw.", nameof(shares));
        var sum = 0.0;
        foreach (var share in shares)
            sum += share >= 0 ? share : throw new ArgumentOutOfRangeException(nameof(shares), share, "A probability is zero or more.");
        if (!(Math.Abs(sum - 1) <= 1e-6)) throw new ArgumentOutOfRangeException(nameof(shares), sum, "Probabilities sum to 1.");
        var left = NextDouble();
        for (var i = 0; i < shares.Length - 1; i++)
        {
            left -= shares[i];
            if (left < 0) return i;
        }
        return shares.Length - 1;
    }

    /// <summary>Poisson count, by the number of exponential gaps that fit.</summary>
    /// <param name="mean">From 0 to 10⁹; the time taken grows with it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A mean outside its range.</exception>
    public int NextPoisson(double mean)
    {
        if (!(mean >= 0 && mean <= LargestMean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"A mean lies between 0 and {LargestMean}.");
        var count = -1;
        for (var left = mean; left >= 0; count++) left += PortableMath.Log(NextDouble());
        return count;
    }

    /// <summary>An independent stream for a named part, so that adding draws in one part leaves the others unchanged.</summary>
    public PortableRandom Fork(ulong key) => new(NextUInt64() ^ (key * 0x9E3779B97F4A7C15UL));

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
