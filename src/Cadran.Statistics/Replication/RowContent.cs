using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Replication;

/// <summary>
/// What each row holds, as 64 bits that depend on nothing else: rows alike have the same, others (but for one pair in 10¹⁹) do not.
/// </summary>
/// <remarks>0 is a row without a value. Columns add up, so that keys of several sources can be joined.</remarks>
internal static class RowContent
{
    private const int Block = 4096;

    /// <param name="columns">Codes; negative ones are no value.</param>
    /// <param name="counts">Rows that hold anything; the others get 0.</param>
    public static ulong[] OfCodes(IReadOnlyList<ReadOnlyMemory<sbyte>> columns, bool[] counts)
    {
        var keys = new ulong[counts.Length];
        var tables = columns.Select((_, j) => TableOf(j)).ToArray();
        Parallel.For(0, (keys.Length + Block - 1) / Block, block =>
        {
            var from = block * Block;
            var rows = Math.Min(Block, keys.Length - from);
            for (var j = 0; j < tables.Length; j++) Add(columns[j].Span.Slice(from, rows), tables[j], keys.AsSpan(from, rows));
            for (var i = from; i < from + rows; i++)
                if (!counts[i]) keys[i] = 0;
        });
        return keys;
    }

    /// <param name="columns">Numbers; NaN is no value. A whole number counts as the code that equals it.</param>
    public static ulong[] OfNumbers(IReadOnlyList<ReadOnlyMemory<double>> columns, int rows)
    {
        var keys = new ulong[rows];
        for (var j = 0; j < columns.Count; j++)
        {
            var column = columns[j].Span;
            for (var i = 0; i < rows; i++)
                if (!double.IsNaN(column[i])) keys[i] += Key(j, column[i]);
        }
        return keys;
    }

    /// <summary>Adds categories, of rows that count and of others.</summary>
    /// <param name="keys">Added to.</param>
    /// <param name="codes">From 0, one per row.</param>
    /// <param name="column">Number of the column, beyond those that are there.</param>
    public static void AddCategories(ulong[] keys, ReadOnlySpan<int> codes, int column)
    {
        for (var i = 0; i < keys.Length; i++) keys[i] += Key(column, codes[i]);
    }

    /// <summary>Sixty-four bits of which each depends on each of those given (SplitMix64).</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<sbyte> codes, ulong[] table, Span<ulong> keys)
    {
        for (var i = 0; i < codes.Length; i++) keys[i] += table[(byte)codes[i]];
    }

    // Codes without a value (negative) are the upper half of a byte.
    private static ulong[] TableOf(int column)
    {
        var table = new ulong[byte.MaxValue + 1];
        for (var code = 0; code <= sbyte.MaxValue; code++) table[code] = Key(column, code);
        return table;
    }

    private static ulong Key(int column, double value) =>
        Mix(BitConverter.DoubleToUInt64Bits(value + 0.0) ^ BitOperations.RotateLeft(Mix((ulong)column + 1), 17));
}
